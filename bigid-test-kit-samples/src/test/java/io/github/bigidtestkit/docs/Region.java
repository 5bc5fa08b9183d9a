package io.github.bigidtestkit.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a source file between {@code // region name} and {@code // endregion}. */
final class Region {

  private Region() {}

  /**
   * The lines of a region without their common indentation.
   *
   * @param name the region, or null for the whole file
   */
  static List<String> read(Path file, @Nullable String name) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new AssertionError("There is no file [%s]".formatted(file));
    }
    List<String> source = Files.readAllLines(file);
    if (name == null) {
      return source;
    }
    List<String> marks = source.stream().map(String::strip).toList();
    int begin = marks.indexOf("// region " + name);
    if (begin < 0 || begin != marks.lastIndexOf("// region " + name)) {
      throw new AssertionError("[%s] must have the region [%s] exactly once".formatted(file, name));
    }
    int length = marks.subList(begin, marks.size()).indexOf("// endregion");
    if (length < 0) {
      throw new AssertionError("Region [%s] of [%s] does not end".formatted(name, file));
    }
    String code = String.join("\n", source.subList(begin + 1, begin + length)).strip();
    int indentation = source.get(begin).indexOf("//");
    return (" ".repeat(indentation) + code).stripIndent().lines().toList();
  }
}
