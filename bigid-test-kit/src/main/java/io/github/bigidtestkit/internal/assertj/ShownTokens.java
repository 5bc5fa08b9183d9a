package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenClaims;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether clients show tokens that are expired, refused or outdated. */
public final class ShownTokens {

  /**
   * A token that expires while the call is on its way is not the client's mistake. A second is the
   * precision of a JWT; no call is on its way for longer.
   */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

  private ShownTokens() {}

  private static Rule ofTokens(String expected, Function<List<Exchange>, List<Finding>> check) {
    return new Rule(expected, "no call showed a token", call -> call.token() != null, check);
  }

  public static Rule expiredNeverAccepted() {
    return ofTokens(
        "no expired token to be accepted",
        calls ->
            calls.stream()
                .filter(call -> Calls.expired(call) && !call.refused())
                .map(
                    call ->
                        Finding.of("%s showed a %s and was not refused", call, expiredToken(call)))
                .toList());
  }

  public static Rule expiredNeverSent() {
    return ofTokens(
        "no expired token to be sent",
        calls ->
            calls.stream()
                .filter(Calls::expired)
                .map(call -> Finding.of("%s showed a %s", call, expiredToken(call)))
                .toList());
  }

  public static Rule knownExpiredNeverSent() {
    return ofTokens(
        "no token to be sent that was known to have expired",
        calls -> {
          List<Exchange> refused = Calls.where(calls, Calls::tokenRefused);
          return calls.stream()
              .filter(Calls::expired)
              .flatMap(call -> knownExpired(call, refused))
              .toList();
        });
  }

  private static Stream<Finding> knownExpired(Exchange call, List<Exchange> refused) {
    Optional<Exchange> refusal = earlierRefusal(call, refused, any -> true);
    if (refusal.isPresent()) {
      return Stream.of(
          Finding.of(
              "%s showed a %s, although it had been refused at %s",
              call, expiredToken(call), refusal.get()));
    }
    return Calls.expiredFor(call).compareTo(ON_ITS_WAY) < 0
        ? Stream.empty()
        : Stream.of(Finding.of("%s showed a %s", call, expiredToken(call)));
  }

  private static String expiredToken(Exchange call) {
    Duration ago = Calls.expiredFor(call);
    return Words.token(call)
        + (ago.isZero() ? " at its expiry" : " " + Words.span(ago) + " after its expiry");
  }

  public static Rule refusedNeverReused() {
    return ofTokens(
        "no token to be sent again after it was refused",
        calls -> {
          List<Exchange> refused = Calls.where(calls, Calls::tokenRefused);
          return calls.stream().flatMap(call -> reused(call, refused)).toList();
        });
  }

  /** A token of the wrong kind for one endpoint may be the right one for another. */
  private static Stream<Finding> reused(Exchange call, List<Exchange> refused) {
    return earlierRefusal(
        call,
        refused,
        refusal ->
            refusal.reason() != Reason.TOKEN_WRONG_KIND || refusal.endpoint() == call.endpoint())
        .map(
            refusal ->
                Finding.of(
                    "%s showed the %s that had been refused at %s",
                    call, Words.token(refusal), refusal))
        .stream();
  }

  /** The first refusal of the shown token that its client could know of. */
  private static Optional<Exchange> earlierRefusal(
      Exchange call, List<Exchange> refused, Predicate<Exchange> condition) {
    return refused.stream()
        .filter(refusal -> sameToken(refusal.token(), call.token()))
        .filter(refusal -> refusal.number() < call.number() && Calls.known(refusal, call))
        .filter(condition)
        .findFirst();
  }

  private static boolean sameToken(@Nullable PresentedToken one, @Nullable PresentedToken other) {
    return one != null && other != null && one.fingerprint() == other.fingerprint();
  }

  public static Rule newestUsed() {
    return new Rule(
        "the newest token of the user at each resource call",
        calls -> {
          Map<String, Exchange> issuers = issuers(calls);
          List<Exchange> resources = Calls.to(Endpoint.RESOURCE, calls);
          List<Exchange> shown =
              Calls.where(resources, call -> issuers.containsKey(call.tokenId()));
          if (shown.isEmpty()) {
            return List.of(
                new Finding(
                    "none showed a token that this sandbox had issued to a client", resources));
          }
          return shown.stream().flatMap(call -> outdated(call, issuers)).toList();
        });
  }

  /** The calls that issued tokens, by the token's id, in the order in which they arrived. */
  private static Map<String, Exchange> issuers(List<Exchange> calls) {
    Map<String, Exchange> issuers = new LinkedHashMap<>();
    for (Exchange call : calls) {
      TokenClaims issued = call.issued();
      if (issued != null && issued.id() != null) {
        issuers.put(issued.id(), call);
      }
    }
    return issuers;
  }

  private static Stream<Finding> outdated(Exchange call, Map<String, Exchange> issuers) {
    Exchange origin = Objects.requireNonNull(issuers.get(call.tokenId()));
    return issuers.values().stream()
        .filter(other -> other.number() > origin.number() && other.fault() == null)
        .filter(other -> Calls.known(origin, other) && Calls.known(other, call))
        .filter(other -> sameUser(origin.issued(), other.issued()))
        .reduce((first, second) -> second)
        .map(
            newer ->
                Finding.of(
                    "%s showed the %s of %s, although %s had issued a newer one",
                    call, Words.token(call), origin, newer))
        .stream();
  }

  private static boolean sameUser(@Nullable TokenClaims one, @Nullable TokenClaims other) {
    return one != null && other != null && one.user().equals(other.user());
  }
}
