package io.github.bigidtestkit.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A README whose Java code comes from the samples. Before each such block stands where from:
 *
 * <pre>{@code
 * <!-- snippet: path/from/the/root/Sample.java#region -->
 * }</pre>
 */
final class Readme {

  private static final Pattern SNIPPET = Pattern.compile("<!-- snippet: (\\S+)#(\\S+) -->");
  private static final Pattern JAVA =
      Pattern.compile("\\s*```\\s*java\\b.*", Pattern.CASE_INSENSITIVE);
  private static final String FENCE = "```";

  private final List<String> lines;
  private final Path root;

  Readme(List<String> lines, Path root) {
    this.lines = lines;
    this.root = root;
  }

  /** How many blocks of Java code there are. */
  long blocks() {
    return lines.stream().filter(line -> JAVA.matcher(line).matches()).count();
  }

  /**
   * The README as it should be.
   *
   * @throws AssertionError if a block does not say where it comes from, or from nowhere
   */
  List<String> refreshed() throws IOException {
    List<String> fresh = new ArrayList<>();
    String above = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      fresh.add(line);
      if (JAVA.matcher(line).matches()) {
        fresh.addAll(code(above, i + 1));
        i = endOfBlock(i);
        fresh.add(lines.get(i));
      }
      above = line.isBlank() ? above : line.strip();
    }
    return fresh;
  }

  private List<String> code(String above, int number) throws IOException {
    Matcher snippet = SNIPPET.matcher(above);
    if (!snippet.matches()) {
      throw new AssertionError(
          "Line %d begins a block of Java that does not say where it comes from. Put <!-- snippet: path#region --> before it."
              .formatted(number));
    }
    return Region.read(root.resolve(snippet.group(1)), snippet.group(2));
  }

  private int endOfBlock(int begin) {
    for (int i = begin + 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(FENCE)) {
        return i;
      }
    }
    throw new AssertionError("The block that begins in line %d does not end".formatted(begin + 1));
  }
}
