package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.internal.assertj.Violation.Finding;
import io.github.bigidtestkit.journal.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What clients do after a call has failed. */
public final class Retries {

  private Retries() {}

  public static Rule backOff(Duration least) {
    if (least.isNegative() || least.isZero()) {
      throw new IllegalArgumentException(
          "A pause can't be [%s]. Give a positive one, such as Duration.ofSeconds(1)."
              .formatted(least));
    }
    return calls -> {
      String expected =
          "Expected a pause of at least %s after a failed call".formatted(Words.span(least));
      List<Exchange> failed = Calls.where(calls, Calls::failed);
      if (failed.isEmpty()) {
        return Violation.of(expected + ", but no call failed.", List.of());
      }
      List<Finding> findings = new ArrayList<>();
      for (Exchange failure : failed) {
        following(failure, calls)
            .findFirst()
            .filter(next -> Duration.between(failure.at(), next.at()).compareTo(least) < 0)
            .ifPresent(next -> findings.add(tooSoon(failure, next)));
      }
      return Violation.from(expected, findings);
    };
  }

  private static Finding tooSoon(Exchange failure, Exchange next) {
    Duration pause = Duration.between(failure.at(), next.at());
    return Finding.of(
        "%s came %s %s (%s)"
            .formatted(
                Words.number(next),
                pause.isNegative()
                    ? "with the clock set back by %s after".formatted(Words.span(pause.negated()))
                    : Words.span(pause) + " after",
                Words.number(failure),
                Calls.failure(failure)),
        failure,
        next);
  }

  public static Rule retryAfter() {
    return calls -> {
      String expected = "Expected no call before the time that Retry-After gave";
      List<Finding> findings = new ArrayList<>();
      boolean asked = false;
      for (Exchange answer : calls) {
        Instant time = answer.retryAfter();
        if (time != null) {
          asked = true;
          following(answer, calls)
              .filter(next -> next.at().isBefore(time))
              .forEach(next -> findings.add(early(answer, next, time)));
        }
      }
      return asked
          ? Violation.from(expected, findings)
          : Violation.of(expected + ", but no answer had a Retry-After.", List.of());
    };
  }

  private static Finding early(Exchange answer, Exchange next, Instant time) {
    return Finding.of(
        "%s came %s before the time that %s gave"
            .formatted(
                Words.number(next),
                Words.span(Duration.between(next.at(), time)),
                Words.number(answer)),
        answer,
        next);
  }

  /** What came to the same endpoint, of the same user, after the answer. */
  private static Stream<Exchange> following(Exchange call, List<Exchange> calls) {
    return calls.stream()
        .filter(
            next ->
                next.number() > call.number()
                    && Calls.alike(call, next)
                    && Calls.known(call, next));
  }

  public static Rule gaveUp(Endpoint endpoint, int attempts) {
    if (attempts < 1) {
      throw new IllegalArgumentException(
          "A client can't give up after [%s] attempts. Give at least one.".formatted(attempts));
    }
    return calls -> {
      List<Exchange> own = Calls.to(endpoint, calls);
      int first = own.size();
      while (first > 0 && (Calls.failed(own.get(first - 1)) || own.get(first - 1).refused())) {
        first--;
      }
      List<Exchange> run = own.subList(first, own.size());
      return run.size() == attempts
          ? null
          : Violation.of(
              "Expected the client to give up on %s after %s, but %s."
                  .formatted(endpoint, failures(attempts), end(own, run)),
              run.isEmpty() && !own.isEmpty() ? own.subList(own.size() - 1, own.size()) : run);
    };
  }

  private static String end(List<Exchange> own, List<Exchange> run) {
    if (own.isEmpty()) {
      return "no call came to it";
    }
    return run.isEmpty()
        ? "its last call succeeded: " + Words.number(own.get(own.size() - 1))
        : "it did so after %s: %s".formatted(run.size(), Words.numbers(run));
  }

  private static String failures(int attempts) {
    return attempts == 1 ? "1 failed call" : attempts + " failed calls";
  }
}
