package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.Endpoint;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether clients renew session and system tokens when it is time, and not sooner. */
public final class Renewals {

  private Renewals() {}

  public static Rule noNeedlessLogin() {
    return new Rule(
        "no login of a user who had a session token",
        "there was no login",
        call -> Endpoint.SESSIONS.covers(call.endpoint()),
        calls -> {
          List<Exchange> logins = Calls.to(Endpoint.SESSIONS, calls);
          return logins.stream()
              .map(login -> needless(login, logins, calls))
              .flatMap(Optional::stream)
              .toList();
        });
  }

  private static Optional<Finding> needless(
      Exchange login, List<Exchange> logins, List<Exchange> calls) {
    return logins.stream()
        .filter(
            earlier ->
                gaveValidToken(earlier, login)
                    && Calls.refusals(earlier.issued(), login, calls).findAny().isEmpty())
        .findFirst()
        .map(
            earlier ->
                Finding.of(
                    "%s logged in again at %s, although the session token of %s was valid and had not been refused",
                    Words.user(login.user()), login, earlier));
  }

  /** Whether a login gave the same user a token that was still valid at another login. */
  private static boolean gaveValidToken(Exchange earlier, Exchange login) {
    TokenClaims issued = earlier.issued();
    if (issued == null || issued.kind() != TokenKind.SESSION || earlier.fault() != null) {
      return false;
    }
    Instant expiry = issued.expiresAt();
    return issued.user().equals(login.user())
        && expiry != null
        && login.at().isBefore(expiry)
        && Calls.known(earlier, login);
  }

  public static Rule beforeExpiry() {
    return beforeExpiry("system tokens to be renewed before they expired", null);
  }

  public static Rule onlyInTheLast(Duration margin) {
    if (margin.isNegative() || margin.isZero()) {
      throw new IllegalArgumentException(
          "The last [%s] before an expiry can't be. Give a positive duration, such as Duration.ofMinutes(1)."
              .formatted(margin));
    }
    return beforeExpiry(
        "system tokens to be renewed in the last %s before they expired"
            .formatted(Words.span(margin)),
        margin);
  }

  private static Rule beforeExpiry(String expected, @Nullable Duration margin) {
    return new Rule(
        expected,
        calls -> {
          List<Renewal> renewals = renewals(calls);
          if (renewals.isEmpty()) {
            return List.of(new Finding("none was renewed", Calls.to(Endpoint.REFRESH, calls)));
          }
          return renewals.stream().flatMap(renewal -> untimely(renewal, margin, calls)).toList();
        });
  }

  /** A system token that a user had, and the call that issued the user's next one. */
  private record Renewal(Exchange previous, TokenClaims token, Instant expiry, Exchange next) {}

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

  private static Stream<Finding> untimely(
      Renewal renewal, @Nullable Duration margin, List<Exchange> calls) {
    Duration left = Duration.between(renewal.next.at(), renewal.expiry);
    String time;
    if (left.isZero()) {
      time = "at the expiry";
    } else if (left.isNegative()) {
      time = Words.span(left.negated()) + " after the expiry";
    } else if (margin != null && left.compareTo(margin) > 0 && !forced(renewal, calls)) {
      time = Words.span(left) + " before the expiry";
    } else {
      return Stream.empty();
    }
    return Stream.of(
        Finding.of(
            "%s of %s came %s of the token of %s",
            renewal.next, Words.user(renewal.next.user()), time, renewal.previous));
  }

  /** Whether the previous token had been refused, so that the client had to renew it. */
  private static boolean forced(Renewal renewal, List<Exchange> calls) {
    return Calls.refusals(renewal.token, renewal.next, calls)
        .anyMatch(call -> call.reason() != Reason.TOKEN_WRONG_KIND);
  }
}
