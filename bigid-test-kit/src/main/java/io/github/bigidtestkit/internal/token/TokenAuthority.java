package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.Lifetimes;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Tokens;
import io.github.bigidtestkit.token.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;

/** Issues the tokens of one sandbox with its own key, verifies and revokes them. Thread-safe. */
public final class TokenAuthority implements Tokens {

  private final Subjects subjects;
  private final TokenIssuer issuer;
  private final Verifier verifier;
  private final Revocations revocations = new Revocations();
  private final DefectiveTokens defective;

  /** An authority with a fresh random key. */
  public TokenAuthority(SandboxClock clock, Subjects subjects, Lifetimes lifetimes) {
    this.subjects = subjects;
    this.issuer = new TokenIssuer(randomName(), SigningKey.random(), clock, lifetimes);
    this.verifier = new Verifier(issuer, subjects, revocations);
    this.defective = new DefectiveTokens(issuer, subjects, revocations);
  }

  /** Issues a token that is valid from now, for the configured lifetime of its kind. */
  public IssuedToken issue(TokenKind kind, Subject subject) {
    return issuer.issue(issuer.fresh(kind, subject));
  }

  /** Issues a token with a defect. */
  public IssuedToken issue(TokenKind kind, Subject subject, TokenDefect defect) {
    String text = defective.make(kind, subject, defect);
    return new IssuedToken(text, CompactJwt.claimsOf(text));
  }

  /** Issues a token that is valid for at least that long and for less than a second longer. */
  public IssuedToken issue(TokenKind kind, Subject subject, Duration valid) {
    return issuer.issue(issuer.lasting(kind, subject, valid));
  }

  /** Issues a token as if the clock was ahead by that much. */
  public IssuedToken issueSkewed(TokenKind kind, Subject subject, Duration ahead) {
    return issuer.issue(issuer.skewed(kind, subject, ahead));
  }

  /** Verifies a token where some kinds are accepted. */
  public Verdict verify(String token, Set<TokenKind> accepted) {
    return verifier.verify(token, accepted);
  }

  /** Forgets all revocations and continues with these lifetimes. Key and serial numbers stay. */
  public void reset(Lifetimes lifetimes) {
    revocations.clear();
    issuer.use(lifetimes);
  }

  @Override
  public String token(TokenKind kind, String username) {
    return issue(kind, subjects.require(username)).text();
  }

  @Override
  public String token(TokenKind kind, String username, TokenDefect defect) {
    return defective.make(kind, subjects.require(username), defect);
  }

  @Override
  public String validFor(TokenKind kind, String username, Duration valid) {
    if (valid.isNegative() || valid.isZero()) {
      throw new IllegalArgumentException(
          "A token can't be valid for [%s]. Give a positive duration, or ask for TokenDefect.EXPIRED."
              .formatted(valid));
    }
    return issue(kind, subjects.require(username), valid).text();
  }

  @Override
  public Verdict verify(String token) {
    return verify(token, EnumSet.allOf(TokenKind.class));
  }

  @Override
  public Verdict verify(String token, TokenKind accepted) {
    return verify(token, EnumSet.of(accepted));
  }

  @Override
  public void revoke(String token) {
    try {
      revocations.add(verifier.own(token).id());
    } catch (TokenRefused foreign) {
      throw new IllegalArgumentException(
          "The text [%s] is not a token that this sandbox signed, so it can't be revoked."
              .formatted(Secrets.shorten(token)),
          foreign);
    }
  }

  @Override
  public void revokeAll() {
    for (TokenKind kind : TokenKind.values()) {
      revokeAll(kind);
    }
  }

  @Override
  public void revokeAll(TokenKind kind) {
    revocations.addAllUpTo(issuer.lastSerial(), kind);
  }

  @Override
  public Optional<Instant> latestExpiry(TokenKind kind) {
    return Optional.ofNullable(issuer.latestExpiry(kind));
  }

  @Override
  public SecretKey signingKey() {
    return issuer.key.secret();
  }

  /** Names the sandbox, and no secret. */
  @Override
  public String toString() {
    return "Tokens of sandbox " + issuer.sandbox;
  }

  static String randomName() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
