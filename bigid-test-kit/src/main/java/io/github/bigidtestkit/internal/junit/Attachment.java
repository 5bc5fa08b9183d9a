package io.github.bigidtestkit.internal.junit;

import java.nio.file.Files;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Attaches a page to a test, where the JUnit version can (5.14; others know other types for it).
 */
final class Attachment {

  private static final String FILE = "bigid-sandbox.html";

  private Attachment() {}

  static void publish(ExtensionContext context, String html) {
    try {
      context.publishFile(
          FILE, MediaType.create("text", "html"), file -> Files.writeString(file, html));
    } catch (LinkageError | RuntimeException thisJUnitCanNot) {
      // The page is a convenience; the timeline is in the failure itself.
    }
  }
}
