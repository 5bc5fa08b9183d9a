package io.github.bigidtestkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * README and manual say what the code is.
 *
 * <p>Run with {@code -Dreadme.update=true} to bring the samples' code into them.
 */
class ManualTests {

  private static final Path ROOT = Path.of("..");
  private static final Path README = Path.of("README.md");
  private static final Path DOCS = Path.of("bigid-test-kit", "docs");

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(README));
    try (Stream<Path> docs = Files.list(ROOT.resolve(DOCS))) {
      docs.filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .forEach(file -> pages.add(ROOT.relativize(file)));
    }
    return pages;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void code_is_that_of_the_samples(Path file) throws IOException {
    Page page = Page.read(ROOT, file);
    if (Boolean.getBoolean("readme.update")) {
      Files.write(ROOT.resolve(file), page.refreshed());
    }

    assertThat(Files.readAllLines(ROOT.resolve(file)))
        .as(file + "; -Dreadme.update=true brings it up to date")
        .isEqualTo(page.refreshed());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void links_lead_somewhere(Path file) throws IOException {
    Page page = Page.read(ROOT, file);
    for (String link : page.links()) {
      if (!link.contains("://")) {
        assertThat(leadsSomewhere(file, link)).as("link [%s] in %s", link, file).isTrue();
      }
    }
  }

  private static boolean leadsSomewhere(Path file, String link) throws IOException {
    String path = link.replaceFirst("#.*", "");
    Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
    return Files.exists(ROOT.resolve(target))
        && (!link.contains("#")
            || Page.read(ROOT, target).anchors().contains(link.replaceFirst(".*#", "")));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void tables_name_all_that_the_code_has(Path file) throws Exception {
    for (Table table : Table.in(Page.read(ROOT, file))) {
      assertThat(table.names()).as("%s in %s", table.subject(), file).isEqualTo(table.expected());
    }
  }

  @Test
  void defects_have_the_reasons_that_the_manual_names() throws IOException {
    Table defects =
        Table.in(Page.read(ROOT, DOCS.resolve("tokens.md"))).stream()
            .filter(table -> table.subject().endsWith("TokenDefect"))
            .findFirst()
            .orElseThrow();
    try (FakeBigId bigId = FakeBigId.start()) {
      for (List<Set<String>> row : defects.cells()) {
        for (String defect : row.get(1)) {
          String token = bigId.tokens().userToken("bigid", TokenDefect.valueOf(defect));
          assertThat(bigId.tokens().verify(token, TokenKind.USER))
              .as(defect)
              .isInstanceOfSatisfying(
                  Verdict.Refused.class,
                  refused -> assertThat(row.get(3)).containsExactly(refused.reason().name()));
        }
      }
    }
  }

  /** A message is quoted in parts: brackets hold values. */
  @ParameterizedTest
  @MethodSource("pages")
  void messages_are_those_of_the_code(Path file) throws IOException {
    String source = sources();
    for (String message : messages(Page.read(ROOT, file).lines())) {
      for (String part : message.split("\\[[^]]*]", -1)) {
        assertThat(source.contains(part.strip()))
            .as("part [%s] of a message in %s is in the code", part, file)
            .isTrue();
      }
    }
  }

  private static List<String> messages(List<String> lines) {
    List<String> messages = new ArrayList<>();
    boolean listed = false;
    for (String line : lines) {
      listed = line.equals("<!-- messages -->") || (listed && line.startsWith("|"));
      if (listed && line.startsWith("| `")) {
        Pattern.compile("`([^`]+)`")
            .matcher(line.split("\\|", -1)[1])
            .results()
            .forEach(found -> messages.add(found.group(1)));
      }
    }
    return messages;
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : javaFiles("bigid-test-kit/src/main/java")) {
      all.append(Files.readString(file));
    }
    return all.toString();
  }

  private static List<Path> javaFiles(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void every_public_annotation_enumeration_and_assertion_is_in_the_manual() throws IOException {
    Pattern type = Pattern.compile("(?m)^public (?:enum|@interface|class) (\\w+)");
    Set<String> words = new TreeSet<>();
    for (Path file : pages()) {
      words.addAll(List.of(Files.readString(ROOT.resolve(file)).split("\\W+")));
    }
    List<String> types = new ArrayList<>();
    for (Path file : javaFiles("bigid-test-kit/src/main/java")) {
      if (!file.toString().contains("internal")) {
        type.matcher(Files.readString(file)).results().forEach(it -> types.add(it.group(1)));
      }
    }
    assertThat(types).contains("Endpoint", "UserToken");
    assertThat(types.stream().filter(name -> !words.contains(name))).isEmpty();
  }

  @Test
  void pages_are_short() throws IOException {
    for (Path file : pages()) {
      assertThat(Files.readAllLines(ROOT.resolve(file)).size())
          .as("lines of %s", file)
          .isLessThanOrEqualTo(file.equals(README) ? 250 : 200);
    }
  }

  @Test
  void the_index_lists_every_page() throws IOException {
    List<String> listed = Page.read(ROOT, DOCS.resolve("README.md")).links();
    assertThat(pages().stream().skip(1).map(file -> file.getFileName().toString()))
        .filteredOn(name -> !name.equals("README.md"))
        .isSubsetOf(listed);
  }
}
