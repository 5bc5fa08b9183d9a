package io.github.bigidtestkit.token;

import io.github.bigidtestkit.internal.token.CompactJwt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for tests: valid ones, and bad ones that are really bad. Each call issues a new token, as
 * of the sandbox clock. Thread-safe.
 *
 * <pre>{@code
 * String good = tokens.userToken("alice");
 * String bad = tokens.userToken("alice", TokenDefect.EXPIRED);
 * }</pre>
 *
 * <p>Every method that takes a username throws {@link IllegalArgumentException} if the sandbox has
 * no such user; the message lists the users that it has.
 */
public interface Tokens {

  /** A user token, to be exchanged for a system token. */
  default String userToken(String username) {
    return token(TokenKind.USER, username);
  }

  /** A user token with a defect. */
  default String userToken(String username, TokenDefect defect) {
    return token(TokenKind.USER, username, defect);
  }

  /** A session token, as a login returns it. */
  default String sessionToken(String username) {
    return token(TokenKind.SESSION, username);
  }

  /** A session token with a defect. */
  default String sessionToken(String username, TokenDefect defect) {
    return token(TokenKind.SESSION, username, defect);
  }

  /** A system token, as the exchange of a user token returns it. */
  default String systemToken(String username) {
    return token(TokenKind.SYSTEM, username);
  }

  /** A system token with a defect. */
  default String systemToken(String username, TokenDefect defect) {
    return token(TokenKind.SYSTEM, username, defect);
  }

  /** A token of any kind with the configured lifetime of that kind. */
  String token(TokenKind kind, String username);

  /** A token of any kind with a defect. */
  String token(TokenKind kind, String username, TokenDefect defect);

  /**
   * A valid token with its own lifetime. JWTs count whole seconds, so it is valid for at least the
   * given duration and for less than a second longer; with a clock that is frozen at a whole
   * second, for exactly that long.
   *
   * @param valid how long from now; positive
   * @throws IllegalArgumentException if the duration is not positive
   */
  String validFor(TokenKind kind, String username, Duration valid);

  /**
   * Whether this sandbox accepts a token, of any kind. Any text may be given.
   *
   * @return the verdict; never null
   */
  Verdict verify(String token);

  /**
   * Whether this sandbox accepts a token where only one kind is accepted. Any text may be given.
   *
   * @return the verdict; never null
   */
  Verdict verify(String token, TokenKind accepted);

  /**
   * What a token of any sandbox says of itself. Nothing is verified: a forged or expired token is
   * read just the same.
   *
   * @return the claims, or null if the text is not a JWT with a {@code user_name} and a known
   *     {@code type}
   */
  static @Nullable TokenClaims claimsOf(String token) {
    return CompactJwt.claimsOf(token);
  }

  /**
   * Revokes one token: from now on it is refused.
   *
   * @throws IllegalArgumentException if this sandbox did not sign it
   */
  void revoke(String token);

  /**
   * Revokes every token issued so far, of every kind and user, as {@link #revokeAll(TokenKind)}.
   */
  void revokeAll();

  /**
   * Revokes every token of a kind issued so far, of every user. For example, a client whose system
   * token is revoked can still exchange its user token.
   *
   * <p>Tokens that the sandbox did not issue are revoked by their {@code iat} claim, which counts
   * whole seconds: those of the current second too, and those without it always. To revoke one of
   * them only, use {@link #revoke}.
   */
  void revokeAll(TokenKind kind);

  /**
   * The latest expiry of all tokens of a kind issued so far, by calls and tests; from then on none
   * of them is valid. Empty if none was issued.
   */
  Optional<Instant> latestExpiry(TokenKind kind);

  /**
   * The key that this sandbox signs with (HmacSHA256, 256 random bits), for code under test that
   * verifies tokens itself, or signs its own.
   *
   * <p>A token that such code signs with HS256 is accepted like one that the sandbox issued. It
   * needs the claims {@code user_name}, {@code type} ({@code refresh-token} for a user token,
   * {@code access-token} for a system token) and {@code exp}; {@code roleIds}, {@code isAdmin},
   * {@code iat}, {@code nbf} and {@code jti} are optional. It counts as saved with its user.
   */
  SecretKey signingKey();
}
