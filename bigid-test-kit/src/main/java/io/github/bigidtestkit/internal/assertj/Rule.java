package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.journal.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a well-behaved client keeps to. Works on values, without AssertJ. */
@FunctionalInterface
public interface Rule {

  /**
   * What the calls did against the rule, or null if nothing.
   *
   * @param calls all calls, in the order in which they came
   */
  @Nullable Violation violation(List<Exchange> calls);
}
