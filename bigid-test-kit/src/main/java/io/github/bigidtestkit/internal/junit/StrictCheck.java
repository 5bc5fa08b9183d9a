package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.assertj.Requests;
import io.github.bigidtestkit.internal.endpoint.ResourceRegistry;
import io.github.bigidtestkit.internal.journal.Timeline;
import java.util.ArrayList;
import java.util.List;

/** What a strict sandbox fails a test for. */
final class StrictCheck {

  private StrictCheck() {}

  static List<AssertionError> problems(FakeBigId bigId) {
    List<AssertionError> problems = new ArrayList<>();
    if (!bigId.config().strict()) {
      return problems;
    }
    String unexpected = Requests.nothingUnexpected().violation(bigId.journal(), true);
    if (unexpected != null) {
      problems.add(new AssertionError("The sandbox is strict. " + unexpected));
    }
    List<String> unasked = ((ResourceRegistry) bigId.resources()).unasked();
    if (!unasked.isEmpty()) {
      problems.add(
          new AssertionError(
              "The sandbox is strict. Expected calls of all resources, but none came of %s. Let the client make them, remove the resources, or make them optional.\n\n%s"
                  .formatted(unasked, Timeline.brief(bigId.journal()))));
    }
    return problems;
  }
}
