package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.testing.Http;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Pages of empty journals, of full ones, and of what hostile clients send. */
class HtmlPageLimitsTests {

  @Test
  void of_an_empty_journal_says_that_no_call_came() {
    Page page = Page.parse(Calls.journal(10, 0).html("Nothing"));
    assertThat(page.texts("h1")).containsExactly("Nothing");
    assertThat(page.texts("p")).containsExactly("No call came to the sandbox.");
    assertThat(page.elements("table")).isEmpty();
  }

  @Test
  void shows_500_calls_without_a_note() {
    Page page = Page.parse(Calls.journal(10_000, 500).html("x"));
    assertThat(page.table()).hasSize(500);
    assertThat(page.texts("p")).hasSize(1);
  }

  @Test
  void shows_the_last_500_calls_and_counts_the_others() {
    Page page = Page.parse(Calls.journal(10_000, 10_007).html("x"));
    assertThat(page.texts("p"))
        .startsWith(
            "Only the last 500 calls are shown; 9500 before them are left out.",
            "7 earlier calls are no longer kept.");
    List<String> numbers = LongStream.rangeClosed(9_508, 10_007).mapToObj(Long::toString).toList();
    assertThat(page.table()).extracting(row -> row.get(0)).containsExactlyElementsOf(numbers);
    assertThat(page.texts("div", "call"))
        .containsExactlyElementsOf(
            numbers.stream().map(number -> "#" + number + " GET /api/v1/data").toList());
  }

  @Test
  void repeats_the_names_on_each_printed_page_and_breaks_no_step() {
    Page page = Page.parse(Calls.journal(10, 5).html("x"));
    Element head =
        (Element) page.withClass("table", "diagram").getElementsByTagName("thead").item(0);
    assertThat(head.getTextContent()).isEqualTo("client: bigidsandbox");
    assertThat(page.texts("style").get(0)).contains("tr { break-inside: avoid; }");
  }

  @Test
  void stays_small_whatever_is_sent() {
    try (FakeBigId bigId = FakeBigId.start()) {
      String name = "a b<\u202e".repeat(100_000);
      Http.login(bigId, name, "x");
      String html = bigId.journal().html(name);
      assertThat(html.length()).isLessThan(30_000);
      assertThat(Page.parse(html).table()).hasSize(1);
    }
  }

  @Test
  void takes_nothing_that_clients_send_for_markup() {
    List<String> names =
        List.of(
            "<script>alert(1)</script>",
            "\"' onload='x' ]]>",
            "</title></style></svg></table>",
            "%s %d %n",
            "{{x}} ${y}",
            "\u05d0\u05dc\u05d9\u05e1");
    try (FakeBigId bigId = FakeBigId.start()) {
      for (String name : names) {
        bigId.users().add(User.of(name, "right"));
        Http.login(bigId, name.replace("\"", "\\\""), "wrong");
      }
      Page page = Page.parse(bigId.journal().html(names.get(2)));
      assertThat(page.texts("h1")).containsExactly(names.get(2));
      assertThat(page.elements("script")).isEmpty();
      assertThat(page.texts("span", "name")).startsWith(names.toArray(String[]::new));
      assertThat(page.table()).extracting(row -> row.get(2)).containsExactlyElementsOf(names);
      assertThat(page.table().get(0).get(5))
          .isEqualTo("the password of user [<script>alert(1)</script>] is wrong");
    }
  }

  @Test
  void stays_well_formed_whatever_is_no_character() {
    try (FakeBigId bigId = FakeBigId.start()) {
      Http.login(
          bigId,
          "{\"username\":\"a\\ud800\\uffff\\u202eb\",\"password\":\"x\"}",
          "Content-Type",
          "application/json");
      Page page = Page.parse(bigId.journal().html("\u0000\u202e"));
      assertThat(page.table().get(0).get(2)).isEqualTo("a\ufffd\ufffd‹U+202E›b");
      assertThat(page.texts("h1")).containsExactly("\ufffd‹U+202E›");
    }
  }
}
