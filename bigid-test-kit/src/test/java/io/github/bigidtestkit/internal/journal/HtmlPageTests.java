package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The page of a sandbox that saw good calls, refusals and faults. */
class HtmlPageTests {

  private final Story story = new Story();

  @AfterEach
  void stop() {
    story.close();
  }

  @Test
  void has_a_heading_and_counts_how_calls_ended() {
    Page page = Page.parse(story.play().page());
    assertThat(page.texts("h1")).containsExactly("A day with BigID");
    assertThat(page.texts("title").get(0)).isEqualTo("A day with BigID");
    assertThat(page.texts("li"))
        .containsExactly("✓ 6 ok", "✕ 3 refused", "! 1 fault", "∅ 1 no answer");
  }

  @Test
  void tells_in_the_diagram_each_call_and_each_answer() {
    Page page = Page.parse(story.play().page());
    assertThat(page.texts("div", "call"))
        .containsExactly(
            "#1 POST /api/v1/sessions",
            "#2 GET /api/v1/ds-connections?limit=1",
            "#3 POST /api/v1/refresh-access-token",
            "#4 GET /api/v1/ds-connections",
            "#5 GET /api/v1/ds-connections",
            "#6 POST /api/v1/refresh-access-token",
            "#7 POST /api/v1/refresh-access-token",
            "#8 POST /api/v1/refresh-access-token",
            "#9 GET /api/v1/ds-connections",
            "#10 POST /api/v1/refresh-access-token",
            "#11 POST /api/v1/sessions");
    assertThat(page.texts("div", "ending").stream().map(HtmlPageTests::normalised))
        .containsExactly(
            "#1 ✓ 200 ok N ms",
            "#2 ✓ 200 ok N ms",
            "#3 ✓ 200 ok N ms",
            "#4 ✓ 200 ok N ms",
            "#5 ✕ 401 refused N ms",
            "#6 ! 503 fault N ms",
            "#7 ∅ no answer N ms",
            "#8 ✓ 200 ok N ms",
            "#9 ✓ 200 ok N ms",
            "#10 ✕ 401 refused N ms",
            "#11 ✕ 401 refused N ms");
  }

  @Test
  void says_in_the_diagram_why_calls_failed() {
    Page page = Page.parse(story.play().page());
    assertThat(page.texts("div", "reason refused"))
        .containsExactly(
            "system token expired 16 min ago; issued by exchange #3",
            "token has 2 of the three parts of a JWT",
            "the password of user [bigid] is wrong");
    assertThat(page.texts("div", "reason fault")).containsExactly("status 503");
    assertThat(page.texts("div", "reason none"))
        .containsExactly("fault: connection reset after the request was read");
  }

  @Test
  void shows_tokens_by_their_ids_with_the_time_they_have() {
    Page page = Page.parse(story.play().page());
    assertThat(page.texts("div", "token").stream().map(HtmlPageTests::normalised))
        .containsExactly(
            "gets session token ID-session-2, good for 1 d, until 2030-01-02 10:00:00",
            "gets system token ID-system-3, good for 1 h, until 2030-01-01 11:00:00",
            "gets system token ID-system-4, good for 1 h, until 2030-01-01 12:16:00");
    assertThat(page.texts("div", "soft").stream().map(HtmlPageTests::normalised))
        .containsExactly(
            "shows session token ID-session-2, 1 d left",
            "shows user token ID-user-1, 30 d left",
            "shows system token ID-system-3, raw, 1 h left",
            "shows system token ID-system-3, expired 16 min ago",
            "shows user token ID-user-1, 29 d 22 h left",
            "shows user token ID-user-1, 29 d 22 h left",
            "shows user token ID-user-1, 29 d 22 h left",
            "shows system token ID-system-4, 1 h left",
            "shows unreadable token T");
  }

  @Test
  void shows_the_moves_of_the_clock() {
    assertThat(Page.parse(story.play().page()).texts("div", "span"))
        .containsExactly(
            "+1 h 16 min the clock was moved, to 2030-01-01 11:16:00",
            "−1 h 16 min the clock was moved, to 2030-01-01 10:00:00");
  }

  @Test
  void tells_endings_apart_by_arrows_too() {
    Page page = Page.parse(story.play().page());
    for (String ending : List.of("ok", "refused", "fault", "none")) {
      assertThat(page.elements("i"))
          .filteredOn(stroke -> stroke.getAttribute("class").equals("arrow " + ending))
          .hasSize(Ending.OK.style.equals(ending) ? 6 : ending.equals("refused") ? 3 : 1);
    }
    String css = page.texts("style").get(0);
    assertThat(css).containsPattern("\\.refused \\{.*--stroke: dashed;");
    assertThat(css).containsPattern("\\.fault \\{.*--stroke: double;");
    assertThat(css).containsPattern("\\.none \\{.*--stroke: dotted;");
  }

  @Test
  void says_the_same_in_a_table() {
    List<List<String>> table = Page.parse(story.play().page()).table();
    assertThat(table).hasSize(11);
    assertThat(table.get(0).stream().map(HtmlPageTests::normalised))
        .containsExactly(
            "1",
            "2030-01-01 10:00:00.000",
            "bigid",
            "POST /api/v1/sessions",
            "✓ 200 ok",
            "",
            "gets session token ID-session-2, good for 1 d, until 2030-01-02 10:00:00",
            "N ms");
    assertThat(table.get(4).get(1)).isEqualTo("2030-01-01 11:16:00.000+1 h 16 min (clock moved)");
    assertThat(table.get(4).get(5))
        .isEqualTo("system token expired 16 min ago; issued by exchange #3");
    assertThat(table.get(6).subList(3, 6))
        .containsExactly(
            "POST /api/v1/refresh-access-token",
            "∅ no answer",
            "fault: connection reset after the request was read");
    assertThat(table.get(9).get(2)).isEqualTo("not known");
  }

  @Test
  void shows_no_password_and_no_token() {
    String html = story.play().page();
    assertThat(story.secrets).hasSize(7);
    for (String secret : story.secrets) {
      assertThat(html).doesNotContain(secret);
      assertThat(html).doesNotContain(secret.substring(secret.lastIndexOf('.') + 1));
    }
  }

  @Test
  void can_be_read_without_seeing_the_diagram() {
    Page page = Page.parse(story.play().page());
    Element diagram = page.withClass("table", "diagram");
    assertThat(diagram.getAttribute("role")).isEqualTo("img");
    assertThat(diagram.getAttribute("aria-label"))
        .isEqualTo(
            "Sequence diagram of the calls 1 to 11, with arrows from client: bigid to the sandbox and back. The table below says the same.");
    assertThat(page.texts("caption")).hasSize(1);
    assertThat(page.elements("th"))
        .hasSize(8 + 11)
        .extracting(th -> th.getAttribute("scope"))
        .containsOnly("col", "row");
  }

  @Test
  void stands_by_itself_and_runs_nothing() {
    String html = story.play().page();
    assertThat(Page.parse(html).elements("script")).isEmpty();
    assertThat(html).doesNotContainPattern("\\s(href|src|on[a-z]+)=");
    assertThat(html).doesNotContain("url(").doesNotContain("@import");
    assertThat(html.replaceAll(" xmlns=\"[^\"]*\"", "")).doesNotContain("://");
  }

  private static String normalised(String text) {
    return Pattern.compile("[0-9a-f]{8}(?=-(user|session|system)-)")
        .matcher(text)
        .replaceAll("ID")
        .replaceAll("\\d+\\.\\d ms", "N ms")
        .replaceAll("eyJhbG… \\(\\d+ characters\\)", "T");
  }
}
