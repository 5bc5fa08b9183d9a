package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.junit.FailureReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failed test leaves a page of its sandbox's calls, in the configured folder. */
class ReportTests {

  @TempDir private Path folder;

  @BigIdSandbox
  static class RedTestCase {
    @RepeatedTest(2)
    void fails(FakeBigId bigId) {
      Calls.login(bigId, "bigid", "learner");
      fail("red");
    }

    @Test
    void passes(FakeBigId bigId) {
      Calls.login(bigId, "bigid", "learner");
    }
  }

  private List<Throwable> run(String reports) {
    return Run.failures(Run.with(Map.of(FailureReport.FOLDER, reports), RedTestCase.class));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void one_page_for_each_failed_test() throws IOException {
    Path reports = folder.resolve("deeper/reports");
    List<Throwable> failures = run(reports.toString());
    assertThat(files(reports))
        .hasSize(2)
        .allSatisfy(
            page -> {
              assertThat(page.getFileName().toString())
                  .startsWith("ReportTests.RedTestCase.fails-")
                  .endsWith(".html");
              assertThat(page).content().contains("/api/v1/sessions").doesNotContain("learner");
            });
    assertThat(failures.get(0).getSuppressed()[0]).hasMessageContaining("\nAs a page: " + reports);
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "OFF", " Off ", "", "  "})
  void none_where_that_is_said(String off) {
    assertThat(run(off).get(0).getSuppressed()[0])
        .hasMessageStartingWith("What came to the BigID sandbox:\n")
        .hasMessageNotContaining("page");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void all_of_a_page_or_nothing() throws IOException {
    run(folder.toString());
    List<Path> pages = files(folder);
    for (Path page : pages) {
      Files.writeString(page, "of an earlier run");
      Path part = page.resolveSibling(page.getFileName() + ".part");
      Files.createSymbolicLink(part, Path.of("/dev/full"));
    }
    assertThat(run(folder.toString()).get(0).getSuppressed()[0])
        .hasMessageContaining(
            "\nThe page could not be written: java.io.IOException: No space left");
    assertThat(files(folder)).containsExactlyInAnyOrderElementsOf(pages);
    assertThat(pages).allSatisfy(page -> assertThat(page).hasContent("of an earlier run"));
  }

  @Test
  void a_page_that_cannot_be_written_does_no_harm() throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));
    assertThat(run("\0").get(0)).hasMessage("red");
    assertThat(run(file.toString()).get(0))
        .hasMessage("red")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed()[0])
                    .hasMessageContaining("\nThe page could not be written: "));
  }
}
