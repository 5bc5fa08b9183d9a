package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.internal.json.Json;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Issues tokens in the name of one sandbox, signed with its key. */
final class TokenIssuer {

  final String sandbox = UUID.randomUUID().toString().substring(0, 8);
  final SigningKey key = new SigningKey();
  final SandboxClock clock;
  volatile SandboxConfig config;
  private final AtomicLong serial = new AtomicLong();
  private final Map<TokenKind, Instant> latestExpiry = new ConcurrentHashMap<>();

  TokenIssuer(SandboxClock clock, SandboxConfig config) {
    this.clock = clock;
    this.config = config;
  }

  /** How many tokens were issued so far. */
  long lastSerial() {
    return serial.get();
  }

  /** The latest expiry of all tokens of a kind issued so far, or null. */
  @Nullable Instant latestExpiry(TokenKind kind) {
    return latestExpiry.get(kind);
  }

  IssuedToken issue(TokenClaims claims) {
    if (claims.expiresAt() != null) {
      latestExpiry.merge(
          claims.kind(), claims.expiresAt(), (one, other) -> one.isAfter(other) ? one : other);
    }
    return new IssuedToken(key.sign(Json.write(Claims.payload(claims))), claims);
  }

  /** Claims that are valid from now, for the configured lifetime. */
  TokenClaims claims(TokenKind kind, User user) {
    return claims(kind, user, Duration.ZERO);
  }

  /** The same claims, made by a clock that is ahead. */
  TokenClaims claims(TokenKind kind, User user, Duration ahead) {
    Instant start = clock.instant().plus(ahead);
    return claims(kind, user, start, null, start.plus(config.ttl(kind)));
  }

  /** New claims, whose instants lose their fractions of a second, as in every JWT. */
  TokenClaims claims(
      TokenKind kind,
      User user,
      Instant issuedAt,
      @Nullable Instant notBefore,
      @Nullable Instant expiresAt) {
    return new TokenClaims(
        kind,
        new Claims.Id(sandbox, kind, serial.incrementAndGet()).toString(),
        user.username(),
        roleIds(user),
        user.admin(),
        seconds(issuedAt),
        seconds(notBefore),
        seconds(expiresAt));
  }

  /** BigID's identifiers of roles have 24 hexadecimal digits (recording, portal). */
  private static List<String> roleIds(User user) {
    if (!user.roleIds().isEmpty()) {
      return user.roleIds();
    }
    byte[] name = user.username().getBytes(StandardCharsets.UTF_8);
    return List.of(UUID.nameUUIDFromBytes(name).toString().replace("-", "").substring(0, 24));
  }

  private static @Nullable Instant seconds(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
