package io.github.bigidtestkit.assertj;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.assertj.ShortenedSecrets;
import io.github.bigidtestkit.internal.assertj.Words;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Tokens;
import io.github.bigidtestkit.token.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a token.
 *
 * <p>They read its claims unverified; only {@link #isSignedBy} and {@link #isAcceptedBy} verify it.
 * Messages never show the whole token.
 */
public class TokenAssert extends AbstractAssert<TokenAssert, String> {

  /** Assertions about a token, a JWT in compact form. */
  public TokenAssert(String actual) {
    super(actual, TokenAssert.class);
    info.useRepresentation(new ShortenedSecrets());
  }

  /**
   * It is a user, session or system token.
   *
   * <pre>{@code
   * assertThatToken(token).isOfKind(TokenKind.SYSTEM); // passes if it came from a refresh
   * assertThatToken(token).isOfKind(TokenKind.USER);   // fails then
   * }</pre>
   */
  public TokenAssert isOfKind(TokenKind kind) {
    return hasClaims(
        claims -> claims.kind() == kind,
        "a " + kind.label(),
        claims -> "it is a " + claims.kind().label());
  }

  /**
   * It is for the given user.
   *
   * <pre>{@code
   * assertThatToken(tokenOfAlice).isForUser("alice"); // passes
   * assertThatToken(tokenOfAlice).isForUser("bob");   // fails
   * }</pre>
   */
  public TokenAssert isForUser(String username) {
    return hasClaims(
        claims -> claims.user().equals(username),
        "a token for user [" + username + "]",
        claims -> "it is for user [" + claims.user() + "]");
  }

  /**
   * It has expired at the given instant: {@code exp} has been reached.
   *
   * <pre>{@code
   * assertThatToken(token).isExpiredAt(exp);                // passes
   * assertThatToken(token).isExpiredAt(exp.minusSeconds(1)); // fails
   * }</pre>
   */
  public TokenAssert isExpiredAt(Instant instant) {
    return hasClaims(
        claims -> claims.expiresAt() != null && !instant.isBefore(claims.expiresAt()),
        "a token that has expired at " + instant,
        claims -> "it expires " + expiry(claims));
  }

  /**
   * It is valid at the given instant: before {@code exp}, and not before {@code nbf} if it has one.
   *
   * <pre>{@code
   * assertThatToken(token).isValidAt(exp.minusSeconds(1)); // passes
   * assertThatToken(token).isValidAt(exp);                // fails
   * }</pre>
   */
  public TokenAssert isValidAt(Instant instant) {
    return hasClaims(
        claims ->
            claims.expiresAt() != null
                && instant.isBefore(claims.expiresAt())
                && !instant.isBefore(Objects.requireNonNullElse(claims.notBefore(), Instant.MIN)),
        "a token that is valid at " + instant,
        claims ->
            claims.notBefore() == null
                ? "it expires " + expiry(claims)
                : "it is valid from %s and expires %s"
                    .formatted(claims.notBefore(), expiry(claims)));
  }

  private static String expiry(TokenClaims claims) {
    return claims.expiresAt() == null ? "never" : "at " + claims.expiresAt();
  }

  /**
   * It has the given lifetime, from {@code iat} to {@code exp}.
   *
   * <pre>{@code
   * assertThatToken(systemToken).hasLifetime(Duration.ofHours(1)); // passes with the defaults
   * assertThatToken(systemToken).hasLifetime(Duration.ofDays(1));  // fails
   * }</pre>
   */
  public TokenAssert hasLifetime(Duration lifetime) {
    return hasClaims(
        claims -> lifetime.equals(claims.lifetime()),
        "a token with a lifetime of " + Words.span(lifetime),
        claims -> {
          @Nullable Duration seen = claims.lifetime();
          return seen == null ? "it has no iat or no exp" : "it is " + Words.span(seen);
        });
  }

  /**
   * It was signed by the given sandbox and not changed since.
   *
   * <p>It may have expired or been revoked.
   *
   * <pre>{@code
   * assertThatToken(token).isSignedBy(bigId);   // passes if the sandbox issued it
   * assertThatToken(token).isSignedBy(another); // fails then
   * }</pre>
   */
  public TokenAssert isSignedBy(FakeBigId bigId) {
    isNotNull();
    Verdict verdict = bigId.tokens().verify(actual);
    if (verdict instanceof Verdict.Refused refused && isForgery(refused)) {
      throw fail("a token that this sandbox signed", refused.explanation());
    }
    return myself;
  }

  private static boolean isForgery(Verdict.Refused refused) {
    return switch (refused.reason()) {
      case TOKEN_EMPTY,
          TOKEN_MALFORMED,
          TOKEN_UNSIGNED,
          TOKEN_WRONG_ALGORITHM,
          TOKEN_SIGNED_ELSEWHERE,
          TOKEN_TAMPERED,
          TOKEN_WRONG_SIGNATURE ->
          true;
      default -> false;
    };
  }

  /**
   * The given sandbox accepts it now, at an endpoint that accepts tokens of its kind.
   *
   * <pre>{@code
   * assertThatToken(token).isAcceptedBy(bigId); // passes
   * bigId.revoke(token);
   * assertThatToken(token).isAcceptedBy(bigId); // fails
   * }</pre>
   */
  public TokenAssert isAcceptedBy(FakeBigId bigId) {
    isNotNull();
    Verdict verdict = bigId.tokens().verify(actual);
    if (verdict instanceof Verdict.Refused refused) {
      throw fail("a token that this sandbox accepts", refused.explanation());
    }
    return myself;
  }

  private TokenAssert hasClaims(
      Predicate<TokenClaims> condition, String expected, Function<TokenClaims, String> seen) {
    isNotNull();
    TokenClaims claims = Tokens.claimsOf(actual);
    if (claims == null) {
      throw fail(expected, "the text is not a token that can be read");
    }
    if (!condition.test(claims)) {
      throw fail(expected, seen.apply(claims));
    }
    return myself;
  }

  private AssertionError fail(String expected, String seen) {
    TokenClaims claims = Tokens.claimsOf(actual);
    return failure(
        "%s",
        "Expected %s, but %s.\n\n  %s"
            .formatted(
                expected, seen, claims == null ? ShortenedSecrets.of(actual) : line(claims)));
  }

  private static String line(TokenClaims claims) {
    return "%s of user [%s], issued at %s, expires %s"
        .formatted(claims.label(), claims.user(), claims.issuedAt(), expiry(claims));
  }
}
