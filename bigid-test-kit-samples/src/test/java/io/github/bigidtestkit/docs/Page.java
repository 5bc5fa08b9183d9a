package io.github.bigidtestkit.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in Markdown whose code comes from sources that the build compiles. A comment before each
 * such block says where from, and a line after it links there:
 *
 * <pre>{@code
 * <!-- snippet: path/from/the/root/Sample.java#region -->
 * }</pre>
 *
 * @param file where the page is, from the root
 */
record Page(Path root, Path file, List<String> lines) {

  private static final Pattern SNIPPET =
      Pattern.compile("<!-- snippet: ([^\\s#]+)(?:#(\\S+))? -->");
  private static final Pattern COMPILED =
      Pattern.compile("\\s*```\\s*(java|kotlin)\\b.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final String FENCE = "```";
  private static final String SOURCE = "Source: [";

  static Page read(Path root, Path file) throws IOException {
    return new Page(root, file, Files.readAllLines(root.resolve(file)));
  }

  /**
   * The page as it should be.
   *
   * @throws AssertionError if a block of Java or Kotlin does not say where it comes from, or from
   *     nowhere
   */
  List<String> refreshed() throws IOException {
    List<String> fresh = new ArrayList<>();
    String above = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      fresh.add(line);
      if (line.strip().startsWith(FENCE)) {
        int end = endOfBlock(i);
        Matcher snippet = SNIPPET.matcher(above);
        if (snippet.matches()) {
          Path source = Path.of(snippet.group(1));
          fresh.addAll(Region.read(root.resolve(source), snippet.group(2)));
          fresh.addAll(List.of(lines.get(end), "", link(source)));
          i = hasLink(end) ? end + 2 : end;
        } else if (COMPILED.matcher(line).matches()) {
          throw new AssertionError(
              "Line %d begins a block of code that does not say where it comes from. Put <!-- snippet: path#region --> before it."
                  .formatted(i + 1));
        } else {
          fresh.addAll(lines.subList(i + 1, end + 1));
          i = end;
        }
      }
      above = line.isBlank() ? above : line.strip();
    }
    return fresh;
  }

  private int endOfBlock(int begin) {
    for (int i = begin + 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(FENCE)) {
        return i;
      }
    }
    throw new AssertionError("The block that begins in line %d does not end".formatted(begin + 1));
  }

  private boolean hasLink(int end) {
    return end + 2 < lines.size() && lines.get(end + 2).startsWith(SOURCE);
  }

  private String link(Path source) {
    Path folder = root.resolve(file).getParent().normalize();
    return "%s%s](%s)"
        .formatted(
            SOURCE,
            source.getFileName(),
            folder.relativize(root.resolve(source).normalize()).toString().replace('\\', '/'));
  }

  /** The lines outside of blocks of code. */
  List<String> prose() {
    List<String> prose = new ArrayList<>();
    boolean code = false;
    for (String line : lines) {
      boolean fence = line.strip().startsWith(FENCE);
      if (!code && !fence) {
        prose.add(line);
      }
      code ^= fence;
    }
    return prose;
  }

  /** What it links to: files from its folder, anchors, web pages. */
  List<String> links() {
    return prose().stream()
        .map(line -> line.replaceAll("`[^`]*`", "code"))
        .flatMap(line -> LINK.matcher(line).results().map(found -> found.group(1)))
        .toList();
  }

  /** Its anchors, as GitHub makes them of headings. */
  List<String> anchors() {
    return prose().stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
