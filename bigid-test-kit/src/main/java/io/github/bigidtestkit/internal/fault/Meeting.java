package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.Rendezvous;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds calls until enough of them have arrived. */
final class Meeting extends HeldCalls implements Rendezvous {

  private final int expected;

  Meeting(Consumer<HeldCalls> whenOver, Endpoint endpoint, int expected, Duration limit) {
    super(whenOver, endpoint, limit);
    if (expected < 2) {
      throw new IllegalArgumentException(
          "A rendezvous of [%s] calls blocks nobody. Expect at least 2.".formatted(expected));
    }
    this.expected = expected;
  }

  @Override
  String name() {
    return "rendezvous";
  }

  @Override
  boolean endsWith(int calls) {
    return calls == expected;
  }

  @Override
  public boolean met() {
    return arrived() >= expected;
  }

  @Override
  Optional<String> unproven() {
    int arrived = count();
    return judged() || arrived >= expected
        ? Optional.empty()
        : Optional.of(
            "A rendezvous expected %s calls to %s, but %s came, so the test proves nothing. Let the client make them at the same time. If fewer are right, add assertThat(rendezvous.met()).isFalse()."
                .formatted(expected, endpoint(), arrived == 0 ? "none" : "only " + arrived));
  }

  /** That too few came is said already. */
  @Override
  Optional<String> unreleased() {
    return Optional.empty();
  }
}
