package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Verifies tokens for real: form, algorithm, signature, expiry, kind, user and revocation. */
final class Verifier {

  private static final int REMEMBERED = 1_000;

  private final TokenIssuer mint;
  private final Subjects subjects;
  private final Revocations revocations;
  private final Map<String, Genuine> genuine = new ConcurrentHashMap<>();

  /**
   * What a token says whose signature was verified. Clients show the same token again and again,
   * and what a text says and whether this key signed it never changes; all else is judged anew.
   */
  private record Genuine(TokenClaims claims, TokenId id) {}

  Verifier(TokenIssuer mint, Subjects subjects, Revocations revocations) {
    this.mint = mint;
    this.subjects = subjects;
    this.revocations = revocations;
  }

  Verdict verify(String token, Set<TokenKind> accepted) {
    Genuine known = genuine.get(token);
    if (known != null) {
      return judge(known, accepted);
    }
    try {
      CompactJwt jwt = CompactJwt.parse(token);
      Verdict forged = forgery(jwt);
      return forged != null ? forged : judge(remember(token, jwt.claims()), accepted);
    } catch (CompactJwt.Malformed malformed) {
      return new Verdict.Refused(malformed.flaw, malformed.explanation, null);
    }
  }

  /** The claims of a token that this sandbox signed, whether still good or not; otherwise null. */
  @Nullable TokenClaims claimsOfOwn(String token) {
    try {
      CompactJwt jwt = CompactJwt.parse(token);
      return forgery(jwt) == null ? jwt.claims() : null;
    } catch (CompactJwt.Malformed malformed) {
      return null;
    }
  }

  private @Nullable Verdict forgery(CompactJwt jwt) {
    if (jwt.algorithm().equals("none")) {
      return refuse(TokenFlaw.UNSIGNED, "token is not signed (alg none)", jwt.claims());
    }
    if (!jwt.algorithm().equals("HS256")) {
      return refuse(
          TokenFlaw.WRONG_ALGORITHM,
          "token names the algorithm [%s]; only HS256 is accepted".formatted(jwt.algorithm()),
          jwt.claims());
    }
    if (mint.key.signed(jwt)) {
      return null;
    }
    TokenClaims claims = jwt.claims();
    TokenId id = claims == null ? null : TokenId.parse(claims.id());
    if (claims != null && id != null && !id.sandbox().equals(mint.sandbox)) {
      return refuse(
          TokenFlaw.SIGNED_ELSEWHERE,
          "%s was signed by another sandbox".formatted(claims.kind().label()),
          claims);
    }
    if (claims != null && mint.signatures.wasGivenTo(claims.id(), jwt.signature().toString())) {
      return refuse(
          TokenFlaw.TAMPERED,
          "%s was changed after it was signed".formatted(claims.kind().label()),
          claims);
    }
    return refuse(TokenFlaw.WRONG_SIGNATURE, "the signature of the token does not match", claims);
  }

  /** Null where no sandbox could have made such claims. */
  private @Nullable Genuine remember(String token, @Nullable TokenClaims claims) {
    TokenId id = claims == null ? null : TokenId.parse(claims.id());
    if (claims == null || id == null) {
      return null;
    }
    if (genuine.size() >= REMEMBERED) {
      genuine.clear();
    }
    Genuine fresh = new Genuine(claims, id);
    genuine.put(token, fresh);
    return fresh;
  }

  private Verdict judge(@Nullable Genuine token, Set<TokenKind> accepted) {
    if (token == null) {
      return refuse(TokenFlaw.MALFORMED, "token has no jti claim of this sandbox", null);
    }
    TokenClaims claims = token.claims();
    String label = claims.kind().label();
    Instant expiry = claims.expiresAt();
    if (expiry == null) {
      return refuse(TokenFlaw.NO_EXPIRY, label + " has no exp claim", claims);
    }
    Instant now = mint.clock.instant();
    Instant begin = Objects.requireNonNullElse(claims.notBefore(), Instant.MIN);
    if (now.isBefore(begin)) {
      return refuse(
          TokenFlaw.NOT_YET_VALID,
          "%s is valid only in %s".formatted(label, Span.words(Duration.between(now, begin))),
          claims);
    }
    if (!now.isBefore(expiry)) {
      return refuse(
          TokenFlaw.EXPIRED,
          "%s expired %s ago".formatted(label, Span.words(Duration.between(expiry, now))),
          claims);
    }
    if (!accepted.contains(claims.kind())) {
      return refuse(
          TokenFlaw.WRONG_KIND,
          "a %s is not accepted here; wanted is a %s".formatted(label, words(accepted)),
          claims);
    }
    return judge(token);
  }

  private Verdict judge(Genuine token) {
    TokenClaims claims = token.claims();
    String label = claims.kind().label();
    Subject subject = subjects.find(claims.user());
    if (subject == null) {
      return refuse(
          TokenFlaw.UNKNOWN_USER,
          "%s is for user [%s], who does not exist".formatted(label, claims.user()),
          claims);
    }
    if (!subject.enabled()) {
      return refuse(
          TokenFlaw.DISABLED_USER,
          "%s is for user [%s], who is disabled".formatted(label, claims.user()),
          claims);
    }
    if (revocations.contains(token.id())) {
      return refuse(TokenFlaw.REVOKED, label + " was revoked", claims);
    }
    return new Verdict.Accepted(claims);
  }

  private static Verdict refuse(TokenFlaw flaw, String explanation, @Nullable TokenClaims claims) {
    return new Verdict.Refused(flaw, explanation, claims);
  }

  private static String words(Set<TokenKind> kinds) {
    return kinds.stream().sorted().map(TokenKind::label).collect(Collectors.joining(" or a "));
  }
}
