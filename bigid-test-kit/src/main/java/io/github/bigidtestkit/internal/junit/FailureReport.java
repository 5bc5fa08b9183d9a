package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.junit.SandboxTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Explains a failed test by the calls to its sandbox: as text with the failure, and as a page.
 *
 * <p>The page is written beside the test reports, one file a test. The configuration parameter
 * {@value #FOLDER} names a folder, or {@code off}; the default is {@code bigid-sandbox} within
 * {@code target} or {@code build}, whichever exists.
 */
public final class FailureReport {

  public static final String FOLDER = "bigid.sandbox.reports";

  private static final String OFF = "off";
  private static final String NAME = "bigid-sandbox";

  private FailureReport() {}

  /** Adds the timeline to a failure, once, and publishes it. Aborted tests are no failures. */
  public static void add(Throwable failure, FakeBigId bigId, ExtensionContext context) {
    boolean explained =
        Arrays.stream(failure.getSuppressed()).anyMatch(SandboxTimeline.class::isInstance);
    if (explained || failure instanceof TestAbortedException) {
      return;
    }
    FaultKind swept = TestFaults.swept(context);
    String fault = swept == null ? "" : "The fault of this run: %s. ".formatted(swept);
    String timeline = bigId.journal().timeline();
    String html = bigId.journal().html(ElementNames.of(context) + ": " + context.getDisplayName());
    String page = folder(context).map(folder -> write(folder, context, html)).orElse("");
    failure.addSuppressed(
        new SandboxTimeline(
            "%sWhat came to the BigID sandbox%s:\n%s".formatted(fault, page, timeline)));
    context.publishReportEntry(NAME, timeline);
    attach(context, html);
  }

  private static Optional<Path> folder(ExtensionContext context) {
    Optional<String> given = context.getConfigurationParameter(FOLDER);
    if (given.isPresent()) {
      return given.filter(folder -> !folder.equals(OFF)).map(Path::of);
    }
    return Stream.of("target", "build")
        .map(Path::of)
        .filter(Files::isDirectory)
        .map(folder -> folder.resolve(NAME))
        .findFirst();
  }

  /** Says where the page was written, or why it was not. */
  private static String write(Path folder, ExtensionContext context, String html) {
    // Templates run a method many times, so its name alone is not enough.
    String hash = Integer.toHexString(context.getUniqueId().hashCode());
    String name = ElementNames.of(context).replaceAll("[^A-Za-z0-9._-]", "_");
    Path page = folder.resolve(name + "-" + hash + ".html");
    try {
      Files.createDirectories(folder);
      Files.writeString(page, html);
      return " (as a page: %s)".formatted(page);
    } catch (IOException notWritable) {
      return " (the page could not be written: %s)".formatted(notWritable);
    }
  }

  /**
   * Attaches the page to the test if JUnit can (5.14; earlier versions have other types for it).
   */
  private static void attach(ExtensionContext context, String html) {
    try {
      context.publishFile(
          NAME + ".html", MediaType.create("text", "html"), file -> Files.writeString(file, html));
    } catch (LinkageError | RuntimeException thisJUnitCanNot) {
      // The page is a convenience; the timeline is in the failure itself.
    }
  }
}
