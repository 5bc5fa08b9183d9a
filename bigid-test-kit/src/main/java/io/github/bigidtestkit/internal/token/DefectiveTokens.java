package io.github.bigidtestkit.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.HMAC;
import com.nimbusds.jose.util.Base64URL;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.internal.json.Json;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes tokens that have the requested defect. */
final class DefectiveTokens {

  private static final Duration HOUR = Duration.ofHours(1);

  private final TokenIssuer issuer;
  private final OtherUsers others;
  private final Revocations revocations;

  DefectiveTokens(TokenIssuer issuer, OtherUsers others, Revocations revocations) {
    this.issuer = issuer;
    this.others = others;
    this.revocations = revocations;
  }

  String make(TokenKind kind, User user, TokenDefect defect) {
    Instant now = issuer.clock.instant();
    Instant hourAgo = now.minus(HOUR);
    Instant inAnHour = now.plus(HOUR);
    return switch (defect) {
      case EXPIRED -> timed(kind, user, hourAgo.minus(HOUR), null, hourAgo);
      case EXPIRED_ONE_SECOND_AGO -> timed(kind, user, hourAgo, null, now.minusSeconds(1));
      case NOT_YET_VALID ->
          timed(kind, user, now, inAnHour, inAnHour.plus(issuer.config.ttl(kind)));
      case WRONG_SIGNATURE -> withDamagedSignature(valid(kind, user));
      case SIGNED_BY_ANOTHER_SERVER -> signedElsewhere(kind, user);
      case ALGORITHM_NONE -> unsigned("none", kind, user) + ".";
      case ALGORITHM_HS512 -> signed("HmacSHA512", unsigned("HS512", kind, user));
      case ALGORITHM_RS256 -> signed("HmacSHA256", unsigned("RS256", kind, user));
      case TWO_PARTS -> withoutSignature(valid(kind, user));
      case NOT_BASE64 -> withPayload(valid(kind, user), "!not*base64url!");
      case NOT_JSON ->
          issuer.key.sign(("user_name=" + user.username()).getBytes(StandardCharsets.UTF_8));
      case EMPTY -> "";
      case MISSING_EXPIRY -> timed(kind, user, now, null, null);
      case WRONG_TYPE -> valid(kind == TokenKind.USER ? TokenKind.SYSTEM : TokenKind.USER, user);
      case UNKNOWN_USER -> valid(kind, others.unknown(user));
      case DISABLED_USER -> valid(kind, others.disabled(user));
      case NOT_SAVED -> unsaved(valid(kind, user));
      case REVOKED -> revoked(valid(kind, user));
      case TAMPERED_PAYLOAD -> tampered(issuer.claims(kind, user));
    };
  }

  private String valid(TokenKind kind, User user) {
    return issuer.issue(issuer.claims(kind, user)).text();
  }

  private String timed(
      TokenKind kind,
      User user,
      Instant issuedAt,
      @Nullable Instant notBefore,
      @Nullable Instant expiresAt) {
    return issuer.issue(issuer.claims(kind, user, issuedAt, notBefore, expiresAt)).text();
  }

  private String signedElsewhere(TokenKind kind, User user) {
    TokenIssuer other = new TokenIssuer(issuer.clock, issuer.config);
    return other.issue(other.claims(kind, user)).text();
  }

  private String unsigned(String algorithm, TokenKind kind, User user) {
    String header = "{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm);
    byte[] payload = Json.write(Claims.payload(issuer.claims(kind, user)));
    return Base64URL.encode(header) + "." + Base64URL.encode(payload);
  }

  /** The library's signers refuse a key that does not fit the algorithm. */
  private String signed(String hmac, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
    try {
      byte[] signature = HMAC.compute(hmac, issuer.key.secret(), bytes, null);
      return content + "." + Base64URL.encode(signature);
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

  private String revoked(String jwt) {
    revocations.add(jwt);
    return jwt;
  }

  private String unsaved(String jwt) {
    revocations.addUnsaved(jwt);
    return jwt;
  }

  private String tampered(TokenClaims claims) {
    String jwt = issuer.issue(claims).text();
    Map<String, Object> payload = Claims.payload(claims);
    payload.put(Claims.IS_ADMIN, !claims.admin());
    return withPayload(jwt, Base64URL.encode(Json.write(payload)).toString());
  }
}
