package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.internal.http.ControlAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files of the page, from beside this class. */
final class Files {

  private Files() {}

  /** Answers with a file, which is read as it is asked for: most sandboxes are never looked at. */
  static Route.Action of(String name, String mediaType) {
    return visit -> file(name, mediaType);
  }

  private static ControlAnswer file(String name, String mediaType) {
    try (InputStream file = Files.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("The jar has no [%s] in it.".formatted(name));
      }
      return Answers.text(mediaType, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
