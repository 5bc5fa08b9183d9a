package io.github.bigidtestkit.internal.token;

import com.nimbusds.jose.util.Base64URL;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.internal.json.Json;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenClaims;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a JWT, nothing verified.
 *
 * @param algorithm the header's {@code alg}
 * @param content the signed text
 * @param signature the third part, unchecked
 * @param claims what the payload says
 */
public record CompactJwt(
    String algorithm, String content, Base64URL signature, TokenClaims claims) {

  static CompactJwt parse(String token) {
    if (token.isBlank()) {
      throw Refusal.ofToken(Reason.TOKEN_EMPTY, "token is empty", null);
    }
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw malformed("token has %s of the three parts of a JWT".formatted(parts.length));
    }
    Map<String, @Nullable Object> header = json("header", new Base64URL(parts[0]));
    Map<String, @Nullable Object> payload = json("payload", new Base64URL(parts[1]));
    if (!(header.get("alg") instanceof String algorithm)) {
      throw malformed("header of the token names no algorithm");
    }
    TokenClaims claims = Claims.read(payload);
    return new CompactJwt(algorithm, parts[0] + "." + parts[1], new Base64URL(parts[2]), claims);
  }

  /** What a token says of itself, or null if that can't be read. */
  public static @Nullable TokenClaims claimsOf(String token) {
    try {
      return parse(token).claims();
    } catch (Refusal malformed) {
      return null;
    }
  }

  private static Map<String, @Nullable Object> json(String part, Base64URL encoded) {
    byte[] bytes = encoded.decode();
    if (!encoded.equals(Base64URL.encode(bytes))) {
      throw malformed(part + " of the token is not base64url");
    }
    try {
      return Json.read(bytes);
    } catch (IOException notJson) {
      throw malformed(part + " of the token is not a JSON object");
    }
  }

  /** The library ignores characters that are not base64url, and unused bits of the last one. */
  static boolean isCanonical(Base64URL part) {
    return Base64URL.encode(part.decode()).equals(part);
  }

  static Refusal malformed(String explanation) {
    return Refusal.ofToken(Reason.TOKEN_MALFORMED, explanation, null);
  }
}
