package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.Lifetimes;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Tokens;
import io.github.bigidtestkit.token.Verdict;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * The authority of one sandbox: issues tokens with its own key, verifies and revokes them. Tests
 * use it through {@link Tokens}; servers use it directly. Thread-safe.
 */
public final class TokenAuthority {

  private final Subjects subjects;
  private final TokenIssuer mint;
  private final Verifier verifier;
  private final Revocations revocations = new Revocations();
  private final DefectiveTokens defective;
  private final Tokens tokens;

  /** An authority with a fresh random key. */
  public TokenAuthority(SandboxClock clock, Subjects subjects, Lifetimes lifetimes) {
    this.subjects = subjects;
    this.mint = new TokenIssuer(randomName(), SigningKey.random(), clock, lifetimes);
    this.verifier = new Verifier(mint, subjects, revocations);
    this.defective = new DefectiveTokens(mint, subjects, revocations);
    this.tokens = new Tokens(this);
  }

  /** Issues a token that begins now and has the usual lifetime of its kind. */
  public IssuedToken issue(TokenKind kind, Subject subject) {
    return mint.issue(mint.fresh(kind, subject));
  }

  /** Issues a token that has a defect. */
  public IssuedToken issue(TokenKind kind, Subject subject, TokenDefect defect) {
    String text = defective.make(kind, subject, defect);
    return new IssuedToken(text, Tokens.claimsOf(text));
  }

  /** Issues a token that is valid for at least that long and for less than a second longer. */
  public IssuedToken issue(TokenKind kind, Subject subject, Duration valid) {
    return mint.issue(kind, subject, valid);
  }

  /** Issues a token as an authority would whose clock is ahead by that much. */
  public IssuedToken issueSkewed(TokenKind kind, Subject subject, Duration ahead) {
    return mint.issue(mint.skewed(kind, subject, ahead));
  }

  /** Verifies a token. Anything at all may be given; nothing is thrown. */
  public Verdict verify(String token, Set<TokenKind> accepted) {
    return verifier.verify(token, accepted);
  }

  /**
   * Revokes one token.
   *
   * @throws IllegalArgumentException if it was not signed by this authority
   */
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

  /** Revokes every token issued so far, of every kind and user. */
  public void revokeAll() {
    for (TokenKind kind : TokenKind.values()) {
      revokeAll(kind);
    }
  }

  /** Revokes every token of a kind issued so far, of every user. */
  public void revokeAll(TokenKind kind) {
    revocations.addAllUpTo(mint.lastSerial(), kind);
  }

  /** Forgets all revocations and goes on with these lifetimes. Key and serial numbers stay. */
  public void reset(Lifetimes lifetimes) {
    revocations.clear();
    mint.use(lifetimes);
  }

  /** The same authority as tests see it. */
  public Tokens tokens() {
    return tokens;
  }

  public Subjects subjects() {
    return subjects;
  }

  public TokenIssuer mint() {
    return mint;
  }

  public SecretKey signingKey() {
    return mint.key.secret();
  }

  static String randomName() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
