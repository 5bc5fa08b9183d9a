package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.internal.assertj.Violation.Finding;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.token.TokenClaims;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether resources are asked for with the token that was issued last. */
public final class NewestTokens {

  private NewestTokens() {}

  public static Rule used() {
    return calls -> {
      String expected = "Expected the newest token of the user at each resource call";
      Map<String, Exchange> issuers = issuers(calls);
      List<Exchange> shown =
          Calls.where(
              Calls.to(Endpoint.RESOURCE, calls), call -> issuers.containsKey(call.tokenId()));
      if (shown.isEmpty()) {
        return Violation.of(
            expected + ", but none showed a token that this sandbox had issued to a client.",
            Calls.to(Endpoint.RESOURCE, calls));
      }
      List<Finding> findings = new ArrayList<>();
      for (Exchange call : shown) {
        Exchange origin = Objects.requireNonNull(issuers.get(call.tokenId()));
        newer(origin, call, issuers.values())
            .ifPresent(newer -> findings.add(finding(origin, newer, call)));
      }
      return Violation.from(expected, findings);
    };
  }

  /** The calls that issued tokens, by the token's name, in the order in which they came. */
  private static Map<String, Exchange> issuers(List<Exchange> calls) {
    Map<String, Exchange> issuers = new LinkedHashMap<>();
    for (Exchange call : calls) {
      TokenClaims issued = call.issued();
      if (issued != null) {
        issuers.put(issued.id(), call);
      }
    }
    return issuers;
  }

  /** The last call that had given the same user a newer token. */
  private static Optional<Exchange> newer(
      Exchange origin, Exchange call, Collection<Exchange> issuers) {
    return issuers.stream()
        .filter(
            other ->
                other.number() > origin.number()
                    && other.fault() == null
                    && Calls.known(origin, other)
                    && Calls.known(other, call)
                    && sameUser(origin.issued(), other.issued()))
        .reduce((first, second) -> second);
  }

  private static boolean sameUser(@Nullable TokenClaims one, @Nullable TokenClaims other) {
    return one != null && other != null && one.user().equals(other.user());
  }

  private static Finding finding(Exchange origin, Exchange newer, Exchange call) {
    return Finding.of(
        "%s showed the %s of %s, although %s had issued a newer one"
            .formatted(
                Words.number(call),
                Words.token(call.tokenKind()),
                Words.number(origin),
                Words.number(newer)),
        origin,
        newer,
        call);
  }
}
