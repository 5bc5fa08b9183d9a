package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What several rules check of calls. */
final class Calls {

  private static final Set<Reason> FLAWS = EnumSet.range(Reason.TOKEN_EMPTY, Reason.TOKEN_REVOKED);

  private Calls() {}

  static List<Exchange> where(List<Exchange> calls, Predicate<Exchange> condition) {
    return calls.stream().filter(condition).toList();
  }

  static List<Exchange> to(Endpoint endpoint, List<Exchange> calls) {
    return where(calls, call -> endpoint.covers(call.endpoint()));
  }

  /** Whether a call had been answered when another arrived, so that its client could know. */
  static boolean known(Exchange earlier, Exchange call) {
    return earlier.sinceStart().plus(earlier.took()).compareTo(call.sinceStart()) <= 0;
  }

  /** Whether the token itself was refused, not what was asked for with it. */
  static boolean tokenRefused(Exchange call) {
    return call.token() != null && FLAWS.contains(call.reason());
  }

  /** The refusals of a token that were answered before another call arrived. */
  static Stream<Exchange> refusals(
      @Nullable TokenClaims token, Exchange before, List<Exchange> calls) {
    return calls.stream()
        .filter(call -> token != null && Objects.equals(token.id(), call.tokenId()))
        .filter(call -> tokenRefused(call) && known(call, before));
  }

  /** Whether the shown token had expired when the call arrived. */
  static boolean expired(Exchange call) {
    return !expiredFor(call).isNegative();
  }

  /** How long before the call the shown token had expired; negative if it had not. */
  static Duration expiredFor(Exchange call) {
    TokenClaims claims = call.token() == null ? null : call.token().claims();
    Instant expiry = claims == null ? null : claims.expiresAt();
    return expiry == null ? Duration.ofSeconds(-1) : Duration.between(expiry, call.at());
  }

  /** Whether the client got nothing useful: no answer, a fault, 429 or 5xx. */
  static boolean failed(Exchange call) {
    return call.fault() != null
        || call.status() == 0
        || call.status() == 429
        || call.status() >= 500;
  }

  /** Why a call failed. */
  static String failure(Exchange call) {
    String fault = call.fault();
    if (fault != null) {
      return fault;
    }
    return call.status() == 0 ? "no answer" : "status " + call.status();
  }

  /** Whether both are calls of one user to one endpoint; an unknown user may be any. */
  static boolean alike(Exchange one, Exchange other) {
    return one.endpoint() == other.endpoint()
        && (one.user() == null || other.user() == null || one.user().equals(other.user()));
  }
}
