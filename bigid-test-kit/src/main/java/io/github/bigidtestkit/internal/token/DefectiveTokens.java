package io.github.bigidtestkit.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.HMAC;
import com.nimbusds.jose.util.Base64URL;
import io.github.bigidtestkit.Lifetimes;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes tokens that have the defect they are asked for. */
final class DefectiveTokens {

  private static final Duration HOUR = Duration.ofHours(1);

  private final TokenIssuer issuer;
  private final Subjects subjects;
  private final Revocations revocations;

  DefectiveTokens(TokenIssuer issuer, Subjects subjects, Revocations revocations) {
    this.issuer = issuer;
    this.subjects = subjects;
    this.revocations = revocations;
  }

  String make(TokenKind kind, Subject subject, TokenDefect defect) {
    return switch (defect) {
      case EXPIRED -> expired(kind, subject, HOUR);
      case EXPIRED_ONE_SECOND_AGO -> expired(kind, subject, Duration.ofSeconds(1));
      case NOT_YET_VALID -> text(ahead(issuer.fresh(kind, subject)));
      case WRONG_SIGNATURE -> withDamagedSignature(sound(kind, subject));
      case SIGNED_BY_ANOTHER_SERVER -> signedElsewhere(kind, subject);
      case ALGORITHM_NONE -> unsigned("none", issuer.fresh(kind, subject)) + ".";
      case ALGORITHM_HS512 -> signedAs("HS512", "HmacSHA512", issuer.fresh(kind, subject));
      case ALGORITHM_RS256 -> signedAs("RS256", "HmacSHA256", issuer.fresh(kind, subject));
      case TWO_PARTS -> withoutSignature(sound(kind, subject));
      case NOT_BASE64 -> withPayload(sound(kind, subject), "!not*base64url!");
      case NOT_JSON ->
          issuer.key.sign(("user_name=" + subject.username()).getBytes(StandardCharsets.UTF_8));
      case EMPTY -> "";
      case MISSING_EXPIRY -> text(issuer.claims(kind, subject, issuer.now(), null));
      case WRONG_TYPE -> sound(other(kind), subject);
      case UNKNOWN_USER -> sound(kind, subject.renamed(unknown(subject.username())));
      case DISABLED_USER -> sound(kind, subjects.disabledTwinOf(subject.username()));
      case REVOKED -> revoked(issuer.fresh(kind, subject));
      case PERMISSIONS_STRIPPED -> sound(kind, subject.withPermissions(List.of()));
      case TAMPERED_PAYLOAD -> tampered(issuer.fresh(kind, subject));
    };
  }

  private String sound(TokenKind kind, Subject subject) {
    return text(issuer.fresh(kind, subject));
  }

  private String text(TokenClaims claims) {
    return issuer.issue(claims).text();
  }

  private String expired(TokenKind kind, Subject subject, Duration ago) {
    Instant expiry = issuer.now().minus(ago);
    return text(issuer.claims(kind, subject, expiry.minus(HOUR), expiry));
  }

  private static TokenClaims ahead(TokenClaims c) {
    return new TokenClaims(
        c.kind(),
        c.id(),
        c.user(),
        c.permissions(),
        c.roleIds(),
        c.admin(),
        c.issuedAt(),
        plus(c.issuedAt(), HOUR),
        plus(c.expiresAt(), HOUR));
  }

  private static @Nullable Instant plus(@Nullable Instant instant, Duration step) {
    return instant == null ? null : instant.plus(step);
  }

  private String signedElsewhere(TokenKind kind, Subject subject) {
    TokenIssuer other =
        new TokenIssuer(
            TokenAuthority.randomName(), SigningKey.random(), issuer.clock, Lifetimes.DEFAULT);
    return other.issue(other.fresh(kind, subject)).text();
  }

  private String unsigned(String algorithm, TokenClaims claims) {
    String header = "{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm);
    return Base64URL.encode(header) + "." + Base64URL.encode(Claims.write(claims));
  }

  /** No signer of the library takes a key for an algorithm that it is not for. */
  private String signedAs(String claimed, String used, TokenClaims claims) {
    String content = unsigned(claimed, claims);
    byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
    try {
      byte[] hmac = HMAC.compute(used, issuer.key.secret(), bytes, null);
      return content + "." + Base64URL.encode(hmac);
    } catch (JOSEException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String withDamagedSignature(String jwt) {
    int first = jwt.lastIndexOf('.') + 1;
    char damaged = jwt.charAt(first) == 'A' ? 'B' : 'A';
    return jwt.substring(0, first) + damaged + jwt.substring(first + 1);
  }

  private static String withoutSignature(String jwt) {
    return jwt.substring(0, jwt.lastIndexOf('.'));
  }

  private static String withPayload(String jwt, String payload) {
    int first = jwt.indexOf('.');
    return jwt.substring(0, first + 1) + payload + jwt.substring(jwt.lastIndexOf('.'));
  }

  private static TokenKind other(TokenKind kind) {
    return kind == TokenKind.USER ? TokenKind.SYSTEM : TokenKind.USER;
  }

  private String unknown(String username) {
    String name = username + "-unknown";
    return subjects.find(name) == null ? name : unknown(name);
  }

  private String revoked(TokenClaims claims) {
    TokenId id = TokenId.parse(claims.id());
    if (id != null) {
      revocations.add(id);
    }
    return text(claims);
  }

  private String tampered(TokenClaims c) {
    TokenClaims promoted =
        new TokenClaims(
            c.kind(),
            c.id(),
            c.user(),
            List.of("TAMPERED"),
            c.roleIds(),
            true,
            c.issuedAt(),
            c.notBefore(),
            c.expiresAt());
    return withPayload(text(c), Base64URL.encode(Claims.write(promoted)).toString());
  }
}
