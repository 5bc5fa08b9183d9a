package io.github.bigidtestkit.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads configurations from files and from the class path. Internal. */
public final class ConfigFile {

  private static final int LARGEST = 4 * 1024 * 1024;
  private static final String CLASSPATH = "classpath:";
  private static final String FILE = "file:";

  private ConfigFile() {}

  /**
   * Reads what an annotation names: {@code classpath:sandbox.json}, from the root of the class
   * path, or {@code file:path}, from the working directory.
   *
   * @param source what it is called in messages
   * @throws IllegalArgumentException if it is not there, or is not a configuration; the message is
   *     complete
   */
  public static SandboxSettings at(String source, String location, ClassLoader loader) {
    if (location.startsWith(CLASSPATH)) {
      String name = location.substring(CLASSPATH.length()).replaceFirst("^/+", "");
      return resource(source, name, loader);
    }
    if (location.startsWith(FILE)) {
      return file(source, location.substring(FILE.length()).replaceFirst("^/+", "/"));
    }
    throw new IllegalArgumentException(
        "%s says neither [classpath:] nor [file:]. Write [classpath:sandbox.json] for src/test/resources/sandbox.json, or [file:] before a path."
            .formatted(source));
  }

  private static SandboxSettings resource(String source, String name, ClassLoader loader) {
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
   * @param source what it is called in messages
   * @throws IllegalArgumentException as {@link #at}
   */
  public static SandboxSettings file(String source, String name) {
    Path path = path(source, name);
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "%s is not a file: looked for [%s]. Paths start from the working directory; mend it."
              .formatted(source, path.toAbsolutePath().normalize()));
    }
    try (InputStream bytes = Files.newInputStream(path)) {
      return read(source, bytes);
    } catch (IOException unreadable) {
      throw unreadable(source, unreadable);
    }
  }

  private static Path path(String source, String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException wrong) {
      throw new IllegalArgumentException(
          "%s can't be the name of a file here. Mend it.".formatted(source), wrong);
    }
  }

  private static SandboxSettings read(String source, InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new IllegalArgumentException(
          "%s is larger than 4 MiB. Register large answers in code.".formatted(source));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean marked = text.startsWith("\ufeff"); // the byte order mark of some editors
      return SandboxJson.settings(source, marked ? text.substring(1) : text);
    } catch (CharacterCodingException otherCharset) {
      throw new IllegalArgumentException(
          "%s is not in UTF-8. Save it as UTF-8.".formatted(source), otherCharset);
    }
  }

  private static IllegalArgumentException unreadable(String source, IOException cause) {
    return new IllegalArgumentException(
        "%s can't be read (%s). See that it may be.".formatted(source, cause), cause);
  }
}
