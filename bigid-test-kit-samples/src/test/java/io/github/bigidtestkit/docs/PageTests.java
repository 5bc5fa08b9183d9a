package io.github.bigidtestkit.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTests {

  @TempDir Path dir;

  @BeforeEach
  void write_a_sample() throws IOException {
    Files.writeString(
        dir.resolve("Sample.java"),
        """
        class Sample {

          // region body
          void run() {

            start();
          }

          // endregion
          // region open
        }
        """);
  }

  @Test
  void a_block_is_replaced_by_the_region_without_its_indentation() throws IOException {
    assertThat(refreshed("Text", comment("body"), "", "```java", "old();", "```", "More"))
        .containsExactly(
            "Text",
            comment("body"),
            "",
            "```java",
            "void run() {",
            "",
            "  start();",
            "}",
            "```",
            "",
            "Source: [Sample.java](../Sample.java)",
            "More");
  }

  @Test
  void a_page_that_is_up_to_date_stays_as_it_is() throws IOException {
    List<String> once = refreshed(comment("body"), "```java", "```", "", "More");
    assertThat(refreshed(once.toArray(String[]::new))).isEqualTo(once);
  }

  @Test
  void a_whole_file_can_be_shown() throws IOException {
    Files.writeString(dir.resolve("sandbox.json"), "{\n}\n");
    assertThat(refreshed("<!-- snippet: sandbox.json -->", "```json", "```"))
        .contains("{", "}", "Source: [sandbox.json](../sandbox.json)");
  }

  @Test
  void blocks_in_other_languages_are_left_alone() throws IOException {
    assertThat(refreshed("```xml", "<a/>", "```")).containsExactly("```xml", "<a/>", "```");
  }

  @Test
  void java_from_nowhere_is_refused() {
    refused(
        "Line 2 begins a block of code that does not say where it comes from. Put <!-- snippet: path#region --> before it.",
        "Text",
        "```java",
        "```");
  }

  @Test
  void one_comment_is_not_enough_for_two_blocks() {
    refused(
        "Line 4 begins a block of code that does not say where it comes from. Put <!-- snippet: path#region --> before it.",
        comment("body"),
        "```java",
        "```",
        "```kotlin",
        "```");
  }

  @Test
  void an_unknown_region_is_refused() {
    refused(
        "[%s] must have the region [other] exactly once".formatted(dir.resolve("Sample.java")),
        comment("other"),
        "```java",
        "```");
  }

  @Test
  void a_region_without_an_end_is_refused() {
    refused(
        "Region [open] of [%s] does not end".formatted(dir.resolve("Sample.java")),
        comment("open"),
        "```java",
        "```");
  }

  @Test
  void an_unknown_file_is_refused() {
    refused(
        "There is no file [%s]".formatted(dir.resolve("Other.java")),
        "<!-- snippet: Other.java#body -->",
        "```java",
        "```");
  }

  @Test
  void a_block_without_an_end_is_refused() {
    refused("The block that begins in line 2 does not end", comment("body"), "```java", "run();");
  }

  @Test
  void links_and_anchors_in_code_do_not_count() {
    Page page =
        page(
            "# The `@BaseUrl` & HTTP/2",
            "[one](a.md) and [two](b.md#c), `[no](link)`",
            "```sh",
            "# no heading",
            "[no](link)",
            "```");
    assertThat(page.links()).containsExactly("a.md", "b.md#c");
    assertThat(page.anchors()).containsExactly("the-baseurl--http2");
  }

  private void refused(String message, String... lines) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> refreshed(lines))
        .withMessage(message);
  }

  private List<String> refreshed(String... lines) throws IOException {
    return page(lines).refreshed();
  }

  private Page page(String... lines) {
    return new Page(dir, Path.of("docs/page.md"), List.of(lines));
  }

  private static String comment(String region) {
    return "<!-- snippet: Sample.java#" + region + " -->";
  }
}
