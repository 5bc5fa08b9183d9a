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

  static Path plain() {
    return Path.of(System.getProperty("kit.jar") + ".jar");
  }

  static Path all() {
    return Path.of(System.getProperty("kit.jar") + "-all.jar");
  }

  static Path standalone() {
    return Path.of(System.getProperty("kit.jar") + "-standalone.jar");
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
