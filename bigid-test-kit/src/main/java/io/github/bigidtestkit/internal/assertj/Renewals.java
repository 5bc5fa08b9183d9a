package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.internal.assertj.Violation.Finding;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When system tokens are renewed. */
public final class Renewals {

  /** A system token that a user had, and the call that got the user the next one. */
  private record Renewal(Exchange previous, TokenClaims token, Instant expiry, Exchange next) {}

  private Renewals() {}

  public static Rule beforeExpiry() {
    return rule("Expected system tokens to be renewed before they expired", null);
  }

  public static Rule beforeExpiry(Duration margin) {
    if (margin.isNegative() || margin.isZero()) {
      throw new IllegalArgumentException(
          "A margin can't be [%s]. Give a positive one, such as Duration.ofMinutes(1)."
              .formatted(margin));
    }
    return rule(
        "Expected system tokens to be renewed in the last %s before they expired"
            .formatted(Words.span(margin)),
        margin);
  }

  private static Rule rule(String expected, @Nullable Duration margin) {
    return calls -> {
      List<Renewal> renewals = renewals(calls);
      if (renewals.isEmpty()) {
        return Violation.of(
            expected + ", but none was renewed.", Calls.to(Endpoint.REFRESH, calls));
      }
      List<Finding> findings = new ArrayList<>();
      for (Renewal renewal : renewals) {
        String fault = fault(renewal, margin, calls);
        if (fault != null) {
          findings.add(
              Finding.of(
                  "%s of %s came %s of the token of %s"
                      .formatted(
                          Words.number(renewal.next),
                          Words.user(renewal.next.user()),
                          fault,
                          Words.number(renewal.previous)),
                  renewal.previous,
                  renewal.next));
        }
      }
      return Violation.from(expected, findings);
    };
  }

  private static @Nullable String fault(
      Renewal renewal, @Nullable Duration margin, List<Exchange> calls) {
    Duration left = Duration.between(renewal.next.at(), renewal.expiry);
    if (left.isZero()) {
      return "at the expiry";
    }
    if (left.isNegative()) {
      return Words.span(left.negated()) + " after the expiry";
    }
    boolean early = margin != null && left.compareTo(margin) > 0 && !forced(renewal, calls);
    return early ? Words.span(left) + " before the expiry" : null;
  }

  /** Whether the previous token had been refused, so that the client had to renew it. */
  private static boolean forced(Renewal renewal, List<Exchange> calls) {
    return calls.stream()
        .anyMatch(
            call ->
                renewal.token.id().equals(call.tokenId())
                    && Calls.tokenRefused(call)
                    && !Calls.refusedFor(call, Reason.TOKEN_WRONG_KIND)
                    && Calls.known(call, renewal.next));
  }

  private static List<Renewal> renewals(List<Exchange> calls) {
    List<Renewal> renewals = new ArrayList<>();
    Map<String, Exchange> newest = new LinkedHashMap<>();
    for (Exchange call : Calls.to(Endpoint.REFRESH, calls)) {
      TokenClaims issued = call.issued();
      if (issued == null || issued.kind() != TokenKind.SYSTEM) {
        continue;
      }
      Exchange previous = newest.get(issued.user());
      if (previous != null && Calls.known(previous, call)) {
        TokenClaims token = Objects.requireNonNull(previous.issued());
        renewals.add(new Renewal(previous, token, Objects.requireNonNull(token.expiresAt()), call));
      }
      // A client may never have read what came with a fault.
      if (call.fault() == null && issued.expiresAt() != null) {
        newest.put(issued.user(), call);
      }
    }
    return renewals;
  }
}
