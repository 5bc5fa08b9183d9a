package io.github.bigidtestkit.token;

import io.github.bigidtestkit.internal.token.CompactJwt;
import io.github.bigidtestkit.internal.token.TokenAuthority;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for tests: good ones, and bad ones that are really bad. Each call makes a new token as of
 * the sandbox clock. Thread-safe.
 *
 * <pre>{@code
 * String good = tokens.userToken("alice");
 * String bad = tokens.userToken("alice", TokenDefect.EXPIRED);
 * }</pre>
 *
 * <p>Every method that takes a username throws {@link IllegalArgumentException} if the sandbox has
 * no such user; the message lists the users that it has.
 */
public final class Tokens {

  private final TokenAuthority authority;

  public Tokens(TokenAuthority authority) {
    this.authority = authority;
  }

  /** A user token, to be exchanged for a system token. */
  public String userToken(String username) {
    return token(TokenKind.USER, username);
  }

  /** A user token with a defect. */
  public String userToken(String username, TokenDefect defect) {
    return token(TokenKind.USER, username, defect);
  }

  /** A session token, as a login gives it. */
  public String sessionToken(String username) {
    return token(TokenKind.SESSION, username);
  }

  /** A session token with a defect. */
  public String sessionToken(String username, TokenDefect defect) {
    return token(TokenKind.SESSION, username, defect);
  }

  /** A system token, as the exchange of a user token gives it. */
  public String systemToken(String username) {
    return token(TokenKind.SYSTEM, username);
  }

  /** A system token with a defect. */
  public String systemToken(String username, TokenDefect defect) {
    return token(TokenKind.SYSTEM, username, defect);
  }

  /** A token of any kind with the lifetime that the sandbox gives to that kind. */
  public String token(TokenKind kind, String username) {
    return authority.issue(kind, authority.subjects().require(username)).text();
  }

  /** A token of any kind with a defect. */
  public String token(TokenKind kind, String username, TokenDefect defect) {
    return authority.issue(kind, authority.subjects().require(username), defect).text();
  }

  /**
   * A sound token with a lifetime of its own. As JWTs count whole seconds, it is valid for at least
   * the duration given and for less than a second longer; with a frozen clock that stands at a
   * whole second, for exactly that long.
   *
   * @param valid how long from now; positive
   * @throws IllegalArgumentException if the duration is not positive
   */
  public String validFor(TokenKind kind, String username, Duration valid) {
    if (valid.isNegative() || valid.isZero()) {
      throw new IllegalArgumentException(
          "A token can't be valid for [%s]. Give a positive duration, or ask for TokenDefect.EXPIRED."
              .formatted(valid));
    }
    return authority.issue(kind, authority.subjects().require(username), valid).text();
  }

  /**
   * What this sandbox says of a token, of whichever kind. Anything may be given.
   *
   * @return the verdict; never null
   */
  public Verdict verify(String token) {
    return authority.verify(token, EnumSet.allOf(TokenKind.class));
  }

  /**
   * What this sandbox says of a token where only one kind is accepted.
   *
   * @return the verdict; never null
   */
  public Verdict verify(String token, TokenKind accepted) {
    return authority.verify(token, EnumSet.of(accepted));
  }

  /**
   * What a token of any sandbox says of itself. Nothing is verified: a forged or expired token is
   * read just the same.
   *
   * @return the claims, or null where the text is no JWT, or one that no sandbox could have made
   */
  public static @Nullable TokenClaims claimsOf(String token) {
    return CompactJwt.claimsOf(token);
  }

  /**
   * Revokes one token: from now on it is refused.
   *
   * @throws IllegalArgumentException if this sandbox did not sign it
   */
  public void revoke(String token) {
    authority.revoke(token);
  }

  /** Revokes every token made so far, of every kind and user. */
  public void revokeAll() {
    authority.revokeAll();
  }

  /**
   * Revokes every token of a kind made so far, of every user: so a client whose system token is
   * revoked can still exchange its user token.
   */
  public void revokeAll(TokenKind kind) {
    authority.revokeAll(kind);
  }

  /**
   * When the last of the tokens of a kind expires that were made so far, by whomever; from then on
   * none of them is good. Empty where none was made.
   */
  public Optional<Instant> latestExpiry(TokenKind kind) {
    return Optional.ofNullable(authority.mint().latestExpiry(kind));
  }

  /** Names the sandbox, and no secret. */
  @Override
  public String toString() {
    return "Tokens of sandbox " + authority.mint().sandbox;
  }

  /**
   * The key that this sandbox signs with (HmacSHA256, 256 random bits), for code under test that
   * verifies tokens itself.
   */
  public SecretKey signingKey() {
    return authority.signingKey();
  }
}
