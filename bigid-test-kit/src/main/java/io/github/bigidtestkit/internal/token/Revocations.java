package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.token.TokenKind;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which of a sandbox's tokens are revoked: single ones, and all up to a serial number. */
final class Revocations {

  private final Set<Long> single = ConcurrentHashMap.newKeySet();
  private final Map<TokenKind, Long> allUpTo = new ConcurrentHashMap<>();

  void add(TokenId id) {
    single.add(id.serial());
  }

  void addAllUpTo(long serial, TokenKind kind) {
    allUpTo.merge(kind, serial, Math::max);
  }

  boolean contains(TokenId id) {
    return id.serial() <= allUpTo.getOrDefault(id.kind(), 0L) || single.contains(id.serial());
  }

  void clear() {
    single.clear();
    allUpTo.clear();
  }
}
