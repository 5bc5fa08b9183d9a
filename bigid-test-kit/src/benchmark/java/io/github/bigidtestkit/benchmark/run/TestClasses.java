package io.github.bigidtestkit.benchmark.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Many copies of a test class, made from its source: the class's name gets a number.
 *
 * @param name the fully qualified name that the number is appended to
 * @param classPath what a JVM needs to run them
 */
record TestClasses(String name, List<Path> classPath) {

  static TestClasses of(Options options, String template, Contender contender, int count) {
    Path target = options.target();
    Path out = target.resolve("suite").resolve(contender.label() + "-" + template + count);
    List<Path> classPath =
        Stream.of(
                Stream.of(out),
                contender.classPath(options).stream(),
                Contender.jars(target.resolve("lib/junit")).stream())
            .flatMap(paths -> paths)
            .toList();
    String name = "io.github.bigidtestkit.benchmark." + template;
    String source = source(options, name);
    if (contender == Contender.BEFORE) {
      source = OlderKit.adapted(options.before(), source);
    }
    String simple = name.substring(name.lastIndexOf('.') + 1);
    List<Copy> copies = new ArrayList<>();
    for (int i : IntStream.range(0, count).toArray()) {
      copies.add(new Copy(name + i, source.replace("class " + simple, "class " + simple + i)));
    }
    compile(copies, classPath, out);
    return new TestClasses(name, classPath);
  }

  static String source(Options options, String name) {
    try {
      return Files.readString(options.sources().resolve(name.replace('.', '/') + ".java"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static void compile(List<Copy> copies, List<Path> classPath, Path out) {
    try {
      Files.createDirectories(out);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    String path =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> flags =
        List.of("-d", out.toString(), "-cp", path, "-proc:none", "-nowarn", "-XDuseUnsharedTable");
    if (!compiler.getTask(null, null, null, flags, null, copies).call()) {
      throw new IllegalStateException(copies.get(0).toUri() + " does not compile");
    }
  }

  static final class Copy extends SimpleJavaFileObject {
    private final String source;

    Copy(String name, String source) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }
}
