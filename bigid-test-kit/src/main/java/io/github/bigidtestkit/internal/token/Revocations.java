package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The revoked tokens of a sandbox: single ones, and all of a kind up to a serial number. */
final class Revocations {

  private final Set<String> single = ConcurrentHashMap.newKeySet();
  private final Map<TokenKind, Long> allUpTo = new ConcurrentHashMap<>();

  void add(String token) {
    single.add(token);
  }

  void addAllUpTo(long serial, TokenKind kind) {
    allUpTo.merge(kind, serial, Math::max);
  }

  boolean contains(String token, TokenClaims claims) {
    long last = allUpTo.getOrDefault(claims.kind(), 0L);
    Claims.Id id = last == 0 ? null : Claims.Id.of(claims);
    return single.contains(token) || (id != null && id.serial() <= last);
  }

  void clear() {
    single.clear();
    allUpTo.clear();
  }
}
