package io.github.bigidtestkit.assertj;

import io.github.bigidtestkit.internal.assertj.ShortenedSecrets;
import io.github.bigidtestkit.internal.assertj.Words;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about what a token says of itself, unverified. */
abstract class AbstractClaimsAssert<SELF extends AbstractClaimsAssert<SELF>>
    extends AbstractAssert<SELF, String> {

  AbstractClaimsAssert(String actual, Class<?> selfType) {
    super(actual, selfType);
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
  public SELF isOfKind(TokenKind kind) {
    return says(
        claims -> claims.kind() == kind,
        "a " + kind.label(),
        claims -> "it is a " + claims.kind().label());
  }

  /**
   * It is of that user.
   *
   * <pre>{@code
   * assertThatToken(tokenOfAlice).isForUser("alice"); // passes
   * assertThatToken(tokenOfAlice).isForUser("bob");   // fails
   * }</pre>
   */
  public SELF isForUser(String username) {
    return says(
        claims -> claims.user().equals(username),
        "a token for user [" + username + "]",
        claims -> "it is for user [" + claims.user() + "]");
  }

  /**
   * It carries that permission, perhaps among others.
   *
   * <pre>{@code
   * assertThatToken(token).hasPermission("RUN_SCANS"); // passes if the user had it
   * assertThatToken(token).hasPermission("ROOT");      // fails if the user had not
   * }</pre>
   */
  public SELF hasPermission(String permission) {
    return says(
        claims -> claims.permissions().contains(permission),
        "a token with permission [" + permission + "]",
        claims -> "it has " + claims.permissions());
  }

  /**
   * It carries these permissions and no others, in whatever order.
   *
   * <pre>{@code
   * assertThatToken(token).hasPermissions("RUN_SCANS"); // passes if it has just this one
   * assertThatToken(token).hasPermissions();            // fails then
   * }</pre>
   */
  public SELF hasPermissions(String... permissions) {
    List<String> expected = Arrays.stream(permissions).sorted().toList();
    return says(
        claims -> claims.permissions().stream().sorted().toList().equals(expected),
        "a token with exactly the permissions " + expected,
        claims -> "it has " + claims.permissions());
  }

  /**
   * It has expired at that instant: {@code exp} has been reached.
   *
   * <pre>{@code
   * assertThatToken(token).isExpiredAt(exp);                // passes
   * assertThatToken(token).isExpiredAt(exp.minusSeconds(1)); // fails
   * }</pre>
   */
  public SELF isExpiredAt(Instant instant) {
    return says(
        claims -> claims.expiresAt() != null && !instant.isBefore(claims.expiresAt()),
        "a token that has expired at " + instant,
        claims -> "it expires " + expiry(claims));
  }

  /**
   * It is valid at that instant: {@code exp} lies after it, and {@code nbf}, if any, does not.
   *
   * <pre>{@code
   * assertThatToken(token).isValidAt(exp.minusSeconds(1)); // passes
   * assertThatToken(token).isValidAt(exp);                // fails
   * }</pre>
   */
  public SELF isValidAt(Instant instant) {
    return says(
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
   * It is valid for that long, from {@code iat} to {@code exp}.
   *
   * <pre>{@code
   * assertThatToken(systemToken).hasLifetime(Duration.ofHours(1)); // passes with the defaults
   * assertThatToken(systemToken).hasLifetime(Duration.ofDays(1));  // fails
   * }</pre>
   */
  public SELF hasLifetime(Duration lifetime) {
    return says(
        claims -> lifetime.equals(claims.lifetime()),
        "a token with a lifetime of " + Words.span(lifetime),
        claims -> {
          @Nullable Duration seen = claims.lifetime();
          return seen == null ? "it has no iat or no exp" : "it is " + Words.span(seen);
        });
  }

  private SELF says(
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

  final AssertionError fail(String expected, String seen) {
    TokenClaims claims = Tokens.claimsOf(actual);
    return failure(
        "%s",
        "Expected %s, but %s.\n\n  %s"
            .formatted(
                expected, seen, claims == null ? ShortenedSecrets.of(actual) : line(claims)));
  }

  private static String line(TokenClaims claims) {
    return "%s %s of user [%s], issued at %s, expires %s"
        .formatted(
            claims.kind().label(), claims.id(), claims.user(), claims.issuedAt(), expiry(claims));
  }
}
