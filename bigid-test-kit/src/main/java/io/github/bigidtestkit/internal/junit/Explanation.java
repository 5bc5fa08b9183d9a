package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.junit.SandboxTimeline;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Explains a failed test by what came to its sandbox. */
public final class Explanation {

  static final String REPORT_ENTRY = "bigid-sandbox";

  private Explanation() {}

  /** Adds the timeline to a failure, once, and publishes it. Aborted tests are no failures. */
  public static void of(Throwable failure, FakeBigId bigId, ExtensionContext context) {
    boolean explained =
        Arrays.stream(failure.getSuppressed()).anyMatch(SandboxTimeline.class::isInstance);
    if (explained || failure instanceof TestAbortedException) {
      return;
    }
    String timeline = bigId.journal().timeline();
    String html = bigId.journal().html(title(context));
    String where = Report.write(context, html).map(it -> " (" + it + ")").orElse("");
    failure.addSuppressed(
        new SandboxTimeline(
            run(context) + "What came to the BigID sandbox%s:\n%s".formatted(where, timeline)));
    context.publishReportEntry(REPORT_ENTRY, timeline);
    Attachment.publish(context, html);
  }

  private static String title(ExtensionContext context) {
    String place =
        context
            .getTestMethod()
            .map(ElementNames::of)
            .orElseGet(() -> ElementNames.of(context.getRequiredTestClass()));
    return place + ": " + context.getDisplayName();
  }

  private static String run(ExtensionContext context) {
    FaultKind swept = TestFaults.swept(context);
    return swept == null ? "" : "The fault of this run: %s. ".formatted(swept);
  }
}
