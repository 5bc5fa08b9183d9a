package io.github.bigidtestkit.benchmark.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** The jar of a kit from before a change, to be measured beside the one that was just built. */
final class OlderKit {

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import io\\.github\\.bigidtestkit\\.(?!benchmark)[\\w.]*?(\\w+);");

  private OlderKit() {}

  /** The folder of what is measured of ours, compiled for that jar. */
  static Path classes(Options options) {
    Path out = options.target().resolve("older-kit");
    String name = Contender.BEFORE.className();
    String source = adapted(options.before(), TestClasses.source(options, name));
    List<Path> classPath =
        new ArrayList<>(Contender.jars(options.target().resolve("modules/benchmark-common")));
    classPath.add(options.before());
    TestClasses.compile(List.of(new TestClasses.Copy(name, source)), classPath, out);
    return out;
  }

  /** A source that takes the kit's types from the packages in which that jar has them. */
  static String adapted(Path jar, String source) {
    try (JarFile file = new JarFile(jar.toFile())) {
      List<String> names = file.stream().map(ZipEntry::getName).toList();
      return IMPORT.matcher(source).replaceAll(found -> "import " + in(names, found) + ";");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String in(List<String> names, MatchResult found) {
    String end = "/" + found.group(1) + ".class";
    return names.stream()
        .filter(name -> name.endsWith(end) && !name.contains("/shaded/"))
        .map(name -> name.replace(".class", "").replace('/', '.'))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + end + " in the jar of before"));
  }
}
