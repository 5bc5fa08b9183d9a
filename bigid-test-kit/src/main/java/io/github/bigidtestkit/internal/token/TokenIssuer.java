package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.Lifetimes;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes sound tokens. */
final class TokenIssuer {

  final String sandbox;
  final SigningKey key;
  final SandboxClock clock;
  final RecentSignatures signatures = new RecentSignatures();
  private final AtomicLong serial = new AtomicLong();
  private final Map<TokenKind, Instant> latestExpiry = new ConcurrentHashMap<>();
  private volatile Lifetimes lifetimes;

  TokenIssuer(String sandbox, SigningKey key, SandboxClock clock, Lifetimes lifetimes) {
    this.sandbox = sandbox;
    this.key = key;
    this.clock = clock;
    this.lifetimes = lifetimes;
  }

  void use(Lifetimes others) {
    lifetimes = others;
  }

  long lastSerial() {
    return serial.get();
  }

  /** When the last of the tokens of a kind expires that were made so far, or null. */
  @Nullable Instant latestExpiry(TokenKind kind) {
    return latestExpiry.get(kind);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** The present second: what a JWT can say of the present instant. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** What a fresh token of that kind says. */
  TokenClaims fresh(TokenKind kind, Subject subject) {
    return claims(kind, subject, now(), now().plus(lifetimes.of(kind)));
  }

  /** What a token says that is valid for at least that long, and for less than a second longer. */
  TokenClaims lasting(TokenKind kind, Subject subject, Duration valid) {
    Instant end = clock.instant().plus(valid);
    Instant whole = end.truncatedTo(ChronoUnit.SECONDS);
    return claims(kind, subject, now(), whole.equals(end) ? whole : whole.plusSeconds(1));
  }

  /** What a fresh token says that was issued by a clock which is ahead. */
  TokenClaims skewed(TokenKind kind, Subject subject, Duration ahead) {
    Instant then = now().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
    return claims(kind, subject, then, then.plus(lifetimes.of(kind)));
  }

  TokenClaims claims(
      TokenKind kind, Subject subject, Instant issuedAt, @Nullable Instant expiresAt) {
    return new TokenClaims(
        kind,
        new TokenId(sandbox, kind, serial.incrementAndGet()).toString(),
        subject.username(),
        subject.permissions(),
        subject.roleIds(),
        subject.admin(),
        issuedAt,
        null,
        expiresAt);
  }

  IssuedToken issue(TokenClaims claims) {
    if (claims.expiresAt() != null) {
      latestExpiry.merge(claims.kind(), claims.expiresAt(), TokenIssuer::later);
    }
    IssuedToken token = new IssuedToken(key.sign(Claims.write(claims)), claims);
    signatures.remember(token);
    return token;
  }
}
