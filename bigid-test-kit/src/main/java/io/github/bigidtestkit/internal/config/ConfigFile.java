package io.github.bigidtestkit.internal.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads configurations from files and from the class path. */
public final class ConfigFile {

  private static final int LARGEST = 4 * 1024 * 1024;
  private static final String CLASSPATH = "classpath:";
  private static final String FILE = "file:";

  private ConfigFile() {}

  /**
   * Reads the file that an annotation names: {@code classpath:sandbox.json}, from the root of the
   * class path, or {@code file:path}, from the working directory.
   *
   * @param source the name of the file in messages
   * @throws IllegalArgumentException if there is no such file, or it is not a configuration; the
   *     message is complete
   */
  public static Settings at(String source, String location, ClassLoader loader) {
    return Settings.of(source, bytes(source, location, loader));
  }

  /**
   * The content of such a file, which is the body of an answer.
   *
   * @throws IllegalArgumentException if there is no such file; the message is complete
   */
  public static byte[] bytes(String location) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return bytes(
        "file [%s]".formatted(location),
        location,
        loader == null ? ClassLoader.getSystemClassLoader() : loader);
  }

  private static byte[] bytes(String source, String location, ClassLoader loader) {
    if (location.startsWith(CLASSPATH)) {
      String name = location.substring(CLASSPATH.length()).replaceFirst("^/+", "");
      return resource(source, name, loader);
    }
    if (location.startsWith(FILE)) {
      return content(source, location.substring(FILE.length()).replaceFirst("^/+", "/"));
    }
    throw new IllegalArgumentException(
        "%s begins with neither [classpath:] nor [file:]. Write [classpath:sandbox.json] for src/test/resources/sandbox.json, or [file:] before a path."
            .formatted(source));
  }

  private static byte[] resource(String source, String name, ClassLoader loader) {
    try (InputStream bytes = name.isEmpty() ? null : loader.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalArgumentException(
            "%s is not on the class path. Put it into src/test/resources, and name it from there."
                .formatted(source));
      }
      return read(source, bytes);
    } catch (IOException unreadable) {
      throw unreadable(source, unreadable);
    }
  }

  /**
   * Reads a file.
   *
   * @param source the name of the file in messages
   * @throws IllegalArgumentException as {@link #at}
   */
  public static Settings file(String source, String name) {
    return Settings.of(source, content(source, name));
  }

  private static byte[] content(String source, String name) {
    File file = new File(name);
    if (!file.isFile()) {
      throw new IllegalArgumentException(
          "%s is not a file: looked for [%s]. Paths start from the working directory; fix it."
              .formatted(source, file.getAbsolutePath()));
    }
    try (InputStream bytes = new FileInputStream(file)) {
      return read(source, bytes);
    } catch (IOException unreadable) {
      throw unreadable(source, unreadable);
    }
  }

  private static byte[] read(String source, InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new IllegalArgumentException(
          "%s is larger than 4 MiB. Register large resources in code.".formatted(source));
    }
    return bytes;
  }

  private static IllegalArgumentException unreadable(String source, IOException cause) {
    return new IllegalArgumentException(
        "%s can't be read (%s). Check its permissions.".formatted(source, cause), cause);
  }
}
