package io.github.bigidtestkit.internal.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Writes what came to a sandbox as a page beside the test reports, one file a test. Where to is
 * said by the configuration parameter {@value #FOLDER}: a folder, or {@code off}. Without it:
 * {@code bigid-sandbox} within {@code target} or {@code build}, whichever is there.
 */
public final class Report {

  public static final String FOLDER = "bigid.sandbox.reports";

  private static final String OFF = "off";
  private static final String NAME = "bigid-sandbox";

  private Report() {}

  /** In words where the page was written, or why not; empty where none is wanted. */
  static Optional<String> write(ExtensionContext context, String html) {
    return folder(context)
        .map(
            folder -> {
              Path page = folder.resolve(fileName(context));
              try {
                Files.createDirectories(folder);
                Files.writeString(page, html);
                return "as a page: " + page;
              } catch (IOException notWritable) {
                return "the page could not be written: " + notWritable;
              }
            });
  }

  private static Optional<Path> folder(ExtensionContext context) {
    Optional<String> said = context.getConfigurationParameter(FOLDER);
    if (said.isPresent()) {
      return said.filter(folder -> !folder.equals(OFF)).map(Path::of);
    }
    return Stream.of("target", "build")
        .map(Path::of)
        .filter(Files::isDirectory)
        .map(folder -> folder.resolve(NAME))
        .findFirst();
  }

  /** Class, method and, as templates run a method many times, a hash of the unique id. */
  private static String fileName(ExtensionContext context) {
    String name =
        context
            .getTestMethod()
            .map(ElementNames::of)
            .orElseGet(() -> ElementNames.of(context.getRequiredTestClass()));
    String hash = Integer.toHexString(context.getUniqueId().hashCode());
    return name.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + hash + ".html";
  }
}
