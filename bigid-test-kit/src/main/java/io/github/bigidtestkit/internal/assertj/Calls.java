package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.internal.token.TokenFlaw;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What several rules ask of calls. */
final class Calls {

  private static final Set<Reason> FLAWS =
      Arrays.stream(TokenFlaw.values()).map(Reason::of).collect(Collectors.toUnmodifiableSet());

  private Calls() {}

  static List<Exchange> where(List<Exchange> calls, Predicate<Exchange> wanted) {
    return calls.stream().filter(wanted).toList();
  }

  static List<Exchange> to(Endpoint endpoint, List<Exchange> calls) {
    return where(calls, call -> endpoint.covers(call.endpoint()));
  }

  /** When the answer was on its way to the client, in real time. */
  static Duration answered(Exchange call) {
    return call.sinceStart().plus(call.took());
  }

  /** Whether a call had been answered when another came, so that its client could know. */
  static boolean known(Exchange earlier, Exchange call) {
    return answered(earlier).compareTo(call.sinceStart()) <= 0;
  }

  /** Whether the token itself was refused, not what was asked for with it. */
  static boolean tokenRefused(Exchange call) {
    Rejection rejection = call.rejection();
    return call.token() != null && rejection != null && FLAWS.contains(rejection.reason());
  }

  static boolean refusedFor(Exchange call, Reason reason) {
    Rejection rejection = call.rejection();
    return rejection != null && rejection.reason() == reason;
  }

  /** What the shown token says, or null where none was shown or it can't be read. */
  static @Nullable TokenClaims claims(Exchange call) {
    PresentedToken token = call.token();
    return token == null ? null : token.claims();
  }

  /** How long ago the shown token had expired when the call came; null if it had not. */
  static @Nullable Duration expiredFor(Exchange call) {
    TokenClaims claims = claims(call);
    Instant expiry = claims == null ? null : claims.expiresAt();
    return expiry == null || call.at().isBefore(expiry)
        ? null
        : Duration.between(expiry, call.at());
  }

  /** Whether the client got nothing that it could use: no answer, a fault, 429 or 5xx. */
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

  /** Whether both are calls of one user to one endpoint; a user not known may be any. */
  static boolean alike(Exchange one, Exchange other) {
    return one.endpoint() == other.endpoint()
        && (one.user() == null || other.user() == null || one.user().equals(other.user()));
  }
}
