package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The revoked tokens of a sandbox: single ones, and all of a kind up to a serial number, or up to
 * an instant if another issuer gave them none. Also those that were never saved, which stay so.
 */
final class Revocations {

  private record UpTo(long serial, Instant instant) {}

  private final Set<String> unsaved = ConcurrentHashMap.newKeySet();
  private final Set<String> single = ConcurrentHashMap.newKeySet();
  private final Map<TokenKind, UpTo> all = new ConcurrentHashMap<>();

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
    all.put(kind, new UpTo(serial, instant));
  }

  boolean contains(String token, TokenClaims claims) {
    UpTo last = all.get(claims.kind());
    return single.contains(token) || (last != null && isUpTo(last, claims));
  }

  private static boolean isUpTo(UpTo last, TokenClaims claims) {
    Claims.Id id = Claims.Id.parse(claims.id());
    @Nullable Instant issuedAt = claims.issuedAt();
    return id == null
        ? issuedAt == null || !issuedAt.isAfter(last.instant())
        : id.serial() <= last.serial();
  }

  void clear() {
    single.clear();
    all.clear();
  }
}
