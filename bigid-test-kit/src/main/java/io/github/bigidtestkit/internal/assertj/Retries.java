package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.journal.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
    return new Rule(
        "a pause of at least %s after a failed call".formatted(Words.span(least)),
        calls -> {
          List<Exchange> failed = Calls.where(calls, Calls::failed);
          return failed.isEmpty()
              ? List.of(Finding.of("no call failed"))
              : failed.stream().flatMap(failure -> tooSoon(failure, least, calls)).toList();
        });
  }

  private static Stream<Finding> tooSoon(Exchange failure, Duration least, List<Exchange> calls) {
    return following(failure, calls)
        .limit(1)
        .filter(next -> pause(failure, next).compareTo(least) < 0)
        .map(
            next ->
                Finding.of(
                    "%s came %s after %s (%s)",
                    next, inWords(pause(failure, next)), failure, Calls.failure(failure)));
  }

  private static Duration pause(Exchange failure, Exchange next) {
    return Duration.between(failure.at(), next.at());
  }

  private static String inWords(Duration pause) {
    return pause.isNegative()
        ? "with the clock set back by " + Words.span(pause.negated())
        : Words.span(pause);
  }

  public static Rule retryAfter() {
    return new Rule(
        "no call before the time that Retry-After gave",
        calls -> {
          List<Exchange> answers = Calls.where(calls, call -> call.retryAfter() != null);
          return answers.isEmpty()
              ? List.of(Finding.of("no answer had a Retry-After"))
              : answers.stream().flatMap(answer -> tooEarly(answer, calls)).toList();
        });
  }

  private static Stream<Finding> tooEarly(Exchange answer, List<Exchange> calls) {
    Instant time = Objects.requireNonNull(answer.retryAfter());
    return following(answer, calls)
        .filter(next -> next.at().isBefore(time))
        .map(
            next ->
                Finding.of(
                    "%s came %s before the time that %s gave",
                    next, Words.span(Duration.between(next.at(), time)), answer));
  }

  /** The calls of the same user to the same endpoint after the answer. */
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
    return new Rule(
        "the client to give up on %s after %s"
            .formatted(endpoint, attempts == 1 ? "1 failed call" : attempts + " failed calls"),
        calls -> {
          List<Exchange> own = Calls.to(endpoint, calls);
          int first = own.size();
          while (first > 0 && (Calls.failed(own.get(first - 1)) || own.get(first - 1).refused())) {
            first--;
          }
          List<Exchange> run = own.subList(first, own.size());
          return run.size() == attempts ? List.of() : List.of(end(own, run));
        });
  }

  private static Finding end(List<Exchange> own, List<Exchange> run) {
    if (own.isEmpty()) {
      return Finding.of("no call came to it");
    }
    Exchange last = own.get(own.size() - 1);
    return run.isEmpty()
        ? Finding.of("its last call succeeded: %s", last)
        : new Finding("it did so after %s: %s".formatted(run.size(), Words.numbers(run)), run);
  }
}
