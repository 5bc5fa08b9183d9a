package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run with {@code -Dreadme.update=true} to bring the samples' code into the README. */
class ReadmeTests {

  private static final Path ROOT = Path.of("..");
  private static final Path README = ROOT.resolve("README.md");

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
  void the_readme_shows_the_samples_as_they_are() throws IOException {
    Readme readme = new Readme(Files.readAllLines(README), ROOT);
    assertThat(readme.blocks()).isPositive();
    if (Boolean.getBoolean("readme.update")) {
      Files.write(README, readme.refreshed());
    }

    assertThat(Files.readAllLines(README))
        .as("README.md; -Dreadme.update=true brings it up to date")
        .isEqualTo(readme.refreshed());
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
            "More");
  }

  @Test
  void blocks_in_other_languages_are_left_alone() throws IOException {
    assertThat(refreshed("```xml", "<a/>", "```")).containsExactly("```xml", "<a/>", "```");
  }

  @Test
  void java_from_nowhere_is_refused() {
    refused(
        "Line 2 begins a block of Java that does not say where it comes from. Put <!-- snippet: path#region --> before it.",
        "Text",
        "```java",
        "```");
  }

  @Test
  void one_comment_is_not_enough_for_two_blocks() {
    refused(
        "Line 4 begins a block of Java that does not say where it comes from. Put <!-- snippet: path#region --> before it.",
        comment("body"),
        "```java",
        "```",
        "```java",
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

  private void refused(String message, String... readme) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> refreshed(readme))
        .withMessage(message);
  }

  private List<String> refreshed(String... readme) throws IOException {
    return new Readme(List.of(readme), dir).refreshed();
  }

  private static String comment(String region) {
    return "<!-- snippet: Sample.java#" + region + " -->";
  }
}
