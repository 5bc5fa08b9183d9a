package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.User;
import io.github.bigidtestkit.Users;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.internal.journal.Span;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Verifies tokens for real: form, algorithm, signature, expiry, kind, user and state. */
public final class Verifier {

  private static final int REMEMBERED = 1_000;

  private final TokenIssuer issuer;
  private final Users users;
  private final Revocations revocations;
  private final Map<String, TokenClaims> verified = new ConcurrentHashMap<>();

  Verifier(TokenIssuer issuer, Users users, Revocations revocations) {
    this.issuer = issuer;
    this.users = users;
    this.revocations = revocations;
  }

  /**
   * The claims of a valid token.
   *
   * @throws Refusal for any other text
   */
  public TokenClaims require(String token, Set<TokenKind> accepted) {
    TokenClaims claims = claimsOfOwn(token);
    requireCurrent(claims);
    requireKind(claims, accepted);
    requireUser(claims);
    if (revocations.isUnsaved(token)) {
      throw refusal(Reason.TOKEN_NOT_SAVED, claims, "was not saved with its user");
    }
    if (revocations.contains(token, claims)) {
      throw refusal(Reason.TOKEN_REVOKED, claims, "was revoked");
    }
    return claims;
  }

  /**
   * The claims of a token that this sandbox signed, whether still valid or not. Clients send the
   * same token again and again, and its signature does not change, so it is verified once.
   */
  TokenClaims claimsOfOwn(String token) {
    TokenClaims known = verified.get(token);
    if (known != null) {
      return known;
    }
    CompactJwt jwt = CompactJwt.parse(token);
    requireSignature(jwt);
    TokenClaims claims = jwt.claims();
    if (verified.size() >= REMEMBERED) {
      verified.clear();
    }
    verified.put(token, claims);
    return claims;
  }

  private void requireSignature(CompactJwt jwt) {
    TokenClaims claims = jwt.claims();
    if (jwt.algorithm().equals("none")) {
      throw Refusal.ofToken(Reason.TOKEN_UNSIGNED, "token is not signed (alg none)", claims);
    }
    if (!jwt.algorithm().equals("HS256")) {
      throw Refusal.ofToken(
          Reason.TOKEN_WRONG_ALGORITHM,
          "token names the algorithm [%s]; only HS256 is accepted".formatted(jwt.algorithm()),
          claims);
    }
    if (!issuer.key.signed(jwt)) {
      throw forgery(jwt);
    }
  }

  private Refusal forgery(CompactJwt jwt) {
    TokenClaims claims = jwt.claims();
    Claims.Id id = Claims.Id.parse(claims.id());
    if (issuer.key.signedOther(jwt)) {
      return refusal(Reason.TOKEN_TAMPERED, claims, "was changed after it was signed");
    }
    if (id != null && !id.sandbox().equals(issuer.sandbox)) {
      return refusal(Reason.TOKEN_SIGNED_ELSEWHERE, claims, "was signed by another sandbox");
    }
    return Refusal.ofToken(
        Reason.TOKEN_WRONG_SIGNATURE, "the signature of the token does not match", claims);
  }

  private void requireCurrent(TokenClaims claims) {
    Instant now = issuer.clock.instant();
    Instant start = claims.notBefore();
    Instant expiry = claims.expiresAt();
    if (expiry == null) {
      throw refusal(Reason.TOKEN_NO_EXPIRY, claims, "has no exp claim");
    }
    if (start != null && now.isBefore(start)) {
      String wait = Span.words(Duration.between(now, start));
      throw refusal(Reason.TOKEN_NOT_YET_VALID, claims, "is not valid until " + wait + " from now");
    }
    if (!now.isBefore(expiry)) {
      String ago = Span.words(Duration.between(expiry, now));
      throw refusal(Reason.TOKEN_EXPIRED, claims, "expired " + ago + " ago");
    }
  }

  private static void requireKind(TokenClaims claims, Set<TokenKind> accepted) {
    if (!accepted.contains(claims.kind())) {
      String kinds =
          accepted.stream().sorted().map(TokenKind::label).collect(Collectors.joining(" or a "));
      throw refusal(Reason.TOKEN_WRONG_KIND, claims, "is not accepted here; expected a " + kinds);
    }
  }

  private void requireUser(TokenClaims claims) {
    User user = users.find(claims.user()).orElse(null);
    if (user == null) {
      String whose = "is for user [" + claims.user() + "], who does not exist";
      throw refusal(Reason.TOKEN_UNKNOWN_USER, claims, whose);
    }
    if (!user.enabled()) {
      String whose = "is for user [" + claims.user() + "], who is disabled";
      throw refusal(Reason.TOKEN_DISABLED_USER, claims, whose);
    }
  }

  private static Refusal refusal(Reason reason, TokenClaims claims, String what) {
    return Refusal.ofToken(reason, claims.kind().label() + " " + what, claims);
  }
}
