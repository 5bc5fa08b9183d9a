package io.github.bigidtestkit.packaged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The jars as they will be published. */
final class Jars {

  private Jars() {}

  /** The artifact that users depend on. */
  static Path kit() {
    return named("%s.jar");
  }

  /** For the command line. */
  static Path standalone() {
    return named("%s-standalone.jar");
  }

  /** What the kit was made of: its own classes alone. */
  static Path ownClasses() {
    return named("original-%s.jar");
  }

  private static Path named(String pattern) {
    return Path.of("target", pattern.formatted(System.getProperty("kit.jar")));
  }

  /** The names of all files in a jar. */
  static List<String> files(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  static String text(Path jar, String name) throws IOException {
    try (JarFile file = new JarFile(jar.toFile());
        var in = file.getInputStream(file.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static String manifest(Path jar, String attribute) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue(attribute);
    }
  }
}
