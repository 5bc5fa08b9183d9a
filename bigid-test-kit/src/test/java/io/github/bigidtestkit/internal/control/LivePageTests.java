package io.github.bigidtestkit.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.testing.Http;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be tested of the page without a browser. */
class LivePageTests {

  private static final List<String> FILES = List.of("/", "/page.css", "/page.js", "/icon.svg");

  private final Remote remote = new Remote();

  @AfterEach
  void stop() {
    remote.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8",
    "/page.css, text/css; charset=utf-8",
    "/page.js, text/javascript; charset=utf-8",
    "/icon.svg, image/svg+xml; charset=utf-8",
    "/openapi.yaml, application/yaml; charset=utf-8",
  })
  void its_files_come_with_their_types(String path, String type) {
    var answer = Http.send(remote.open(path).build());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
  }

  @Test
  void the_address_without_its_slash_leads_to_it() {
    var answer = Http.send(remote.open("").build());
    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(answer.headers().firstValue("Location")).hasValue("/__sandbox/");
  }

  @Test
  void it_is_small() {
    int size =
        FILES.stream().mapToInt(path -> file(path).getBytes(StandardCharsets.UTF_8).length).sum();
    assertThat(size).isLessThan(40_000);
  }

  /** The policy would stop these anyway; they should not be there to be stopped. */
  @Test
  void it_loads_nothing_from_elsewhere_and_has_no_script_or_style_within() {
    String html = file("/");
    assertThat(html)
        .doesNotContain("<script>", "<style", " style=", "javascript:", "http:", "https:", "//");
    assertThat(html).doesNotContainPattern(" on[a-z]+=");
    assertThat(file("/page.css")).doesNotContain("@import", "url(");
  }

  @Test
  void what_comes_from_calls_can_only_become_text() {
    assertThat(file("/page.js"))
        .doesNotContain(
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "Function(",
            ".srcdoc");
  }

  @Test
  void script_and_page_know_the_same_elements() {
    String html = file("/");
    Set<String> ids = all("\\bid=\"([a-z-]+)\"", html);
    assertThat(all("\\$\\('([a-z-]+)'\\)|(?:submit|click)\\('([a-z-]+)'", file("/page.js")))
        .isSubsetOf(ids);
    assertThat(all(" for=\"([a-z-]+)\"", html)).isSubsetOf(ids);
    assertThat(all("aria-labelledby=\"([a-z-]+)\"", html)).isSubsetOf(ids);
  }

  @Test
  void every_field_has_a_label() {
    String html = file("/");
    Set<String> fields =
        all(
            "<(?:select|textarea|input)[^>]* id=\"([a-z-]+)\"|<(?:select|textarea|input) id=\"([a-z-]+)\"",
            html);
    Set<String> labelled = all(" for=\"([a-z-]+)\"", html);
    labelled.add("only-wrong"); // stands within its label
    assertThat(fields).hasSizeGreaterThan(10).isSubsetOf(labelled);
  }

  @Test
  void script_calls_only_what_there_is() {
    Set<String> paths = all("(?:read|call)\\((?:'[A-Z]+', )?['`]([a-z-/]+)", file("/page.js"));
    assertThat(paths).hasSizeGreaterThan(8);
    for (String path : paths) {
      assertThat(Route.ALL)
          .as(path)
          .anyMatch(
              route ->
                  route.path().equals("/" + path) || route.path().startsWith("/" + path + "{"));
    }
  }

  private String file(String path) {
    HttpResponse<String> answer = Http.send(remote.open(path).build());
    return answer.body();
  }

  private static Set<String> all(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Pattern.compile(pattern)
        .matcher(text)
        .results()
        .forEach(match -> found.add(match.group(1) != null ? match.group(1) : match.group(2)));
    return found;
  }
}
