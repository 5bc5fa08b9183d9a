package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.internal.dialect.Comparison;
import io.github.bigidtestkit.internal.journal.HtmlPage;
import io.github.bigidtestkit.internal.journal.Redaction;
import io.github.bigidtestkit.internal.journal.Timeline;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.junit.SandboxTimeline;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Explains a failed test by the calls to its sandbox: as text with the failure, and as a page.
 *
 * <p>The page is written beside the test reports, one file a test. The configuration parameter
 * {@value #FOLDER} names a folder, or nothing or {@code off} for none; the default is {@code
 * bigid-sandbox} within {@code target} or {@code build}, whichever exists.
 */
public final class FailureReport {

  public static final String FOLDER = "bigid.sandbox.reports";

  private static final String OFF = "off";
  private static final String NAME = "bigid-sandbox";

  /** Also that of JUnit 4's assumptions, which Jupiter aborts a test for. */
  private static final Set<String> ABORTS =
      Set.of(
          TestAbortedException.class.getName(), "org.junit.internal.AssumptionViolatedException");

  private static final Pattern CALL =
      Pattern.compile("^ *#\\d+  \\d\\d:\\d\\d:\\d\\d\\.\\d{3}  ", Pattern.MULTILINE);

  private FailureReport() {}

  /**
   * Explains what a test or class that is over has failed with, if it has: also what JUnit shows to
   * no handler, such as failures of other extensions and of constructors.
   */
  static void atEnd(ExtensionContext context, FakeBigId bigId) {
    context.getExecutionException().ifPresent(failure -> add(failure, bigId, context));
  }

  /** Explains a failure, once. Aborted tests are no failures. */
  public static void add(Throwable failure, FakeBigId bigId, ExtensionContext context) {
    boolean explained =
        Arrays.stream(failure.getSuppressed()).anyMatch(SandboxTimeline.class::isInstance);
    if (explained || isAbort(failure.getClass())) {
      return;
    }
    Journal journal = bigId.journal();
    FaultKind swept = TestFaults.swept(context);
    String run =
        swept == null
            ? ExpiryRun.described(context)
            : "The fault of this run: %s. ".formatted(swept);
    String calls = showsCalls(failure) ? " is shown above." : ":\n" + Timeline.brief(journal);
    String dialects = Comparison.report(bigId.dialect(), journal.exchanges());
    String redacted = new Redaction(bigId.users()::all).message(failure.toString());
    String why = dialects.isEmpty() ? redacted : redacted + "\n" + dialects;
    String html = HtmlPage.of(title(context), why, journal.exchanges(), journal.dropped());
    String page = folder(context).map(folder -> write(folder, context, html)).orElse("");
    failure.addSuppressed(
        new SandboxTimeline(
            "%sWhat came to the BigID sandbox%s%s%s"
                .formatted(run, calls, dialects.isEmpty() ? "" : "\n" + dialects, page)));
    attach(context, html);
  }

  private static boolean isAbort(Class<?> type) {
    return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
        .anyMatch(each -> ABORTS.contains(each.getName()));
  }

  /** Whether its message has lines of the timeline already. */
  private static boolean showsCalls(Throwable failure) {
    return CALL.matcher(failure.toString()).find();
  }

  /** The test; how JUnit displays it, only if that says more. */
  private static String title(ExtensionContext context) {
    String name = ElementNames.of(context);
    String display = context.getDisplayName().replaceAll("\\(.*", "");
    return name.endsWith(display) ? name : name + ": " + context.getDisplayName();
  }

  private static Optional<String> folder(ExtensionContext context) {
    Optional<String> given = context.getConfigurationParameter(FOLDER);
    if (given.isPresent()) {
      return given.filter(folder -> !folder.isBlank() && !folder.strip().equalsIgnoreCase(OFF));
    }
    return Stream.of("target", "build")
        .filter(folder -> Files.isDirectory(Path.of(folder)))
        .map(folder -> folder + File.separator + NAME)
        .findFirst();
  }

  /** Says where the page was written, or why it was not. */
  private static String write(String folder, ExtensionContext context, String html) {
    // Templates run a method many times, so its name alone is not enough.
    String hash = Integer.toHexString(context.getUniqueId().hashCode());
    String name = ElementNames.of(context).replaceAll("[^A-Za-z0-9._-]", "_");
    try {
      Path page = Files.createDirectories(Path.of(folder)).resolve(name + "-" + hash + ".html");
      Path part = page.resolveSibling(page.getFileName() + ".part");
      try {
        Files.writeString(part, html);
        Files.move(part, page, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part); // half a page would mislead
      }
      return "\nAs a page: " + page;
    } catch (IOException | RuntimeException notWritable) {
      return "\nThe page could not be written: " + notWritable;
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
