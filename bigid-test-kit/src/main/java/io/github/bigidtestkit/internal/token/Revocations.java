package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The revoked tokens of a sandbox: single ones, and all of a kind up to a serial number, or up to
 * an instant if another issuer gave them none. Also those that were never saved, which stay so.
 */
final class Revocations {

  private final Set<String> unsaved = ConcurrentHashMap.newKeySet();
  private final Set<String> single = ConcurrentHashMap.newKeySet();
  private final Map<TokenKind, Long> serials = new ConcurrentHashMap<>();
  private final Map<TokenKind, Instant> instants = new ConcurrentHashMap<>();

  void addUnsaved(String token) {
    unsaved.add(token);
  }

  boolean isUnsaved(String token) {
    return unsaved.contains(token);
  }

  void add(String token) {
    single.add(token);
  }

  void addAllUpTo(long serial, Instant instant, TokenKind kind) {
    serials.merge(kind, serial, Math::max);
    instants.merge(kind, instant, (one, other) -> one.isAfter(other) ? one : other);
  }

  boolean contains(String token, TokenClaims claims) {
    Instant last = instants.get(claims.kind());
    return single.contains(token) || (last != null && isUpTo(last, claims));
  }

  private boolean isUpTo(Instant last, TokenClaims claims) {
    Claims.Id id = Claims.Id.parse(claims.id());
    Instant issuedAt = claims.issuedAt();
    return id == null
        ? issuedAt == null || !issuedAt.isAfter(last)
        : id.serial() <= serials.getOrDefault(claims.kind(), 0L);
  }

  void clear() {
    single.clear();
    serials.clear();
    instants.clear();
  }
}
