package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.token.TokenClaims;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JWT taken apart, nothing in it verified.
 *
 * @param algorithm the header's {@code alg}
 * @param content what the signature is over
 * @param signature the third part, as it came
 * @param claims what the payload says, or null where a sandbox could not have said it
 */
public record CompactJwt(
    String algorithm, String content, String signature, @Nullable TokenClaims claims) {

  /** The text is not a JWT. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    final TokenFlaw flaw;
    final String explanation;

    Malformed(TokenFlaw flaw, String explanation) {
      super(explanation, null, false, false);
      this.flaw = flaw;
      this.explanation = explanation;
    }
  }

  public static CompactJwt parse(String token) throws Malformed {
    if (token.isBlank()) {
      throw new Malformed(TokenFlaw.EMPTY, "token is empty");
    }
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw malformed("token has %s of the three parts of a JWT".formatted(parts.length));
    }
    Map<String, @Nullable Object> header = json("header", parts[0]);
    Map<String, @Nullable Object> payload = json("payload", parts[1]);
    if (!(header.get("alg") instanceof String algorithm)) {
      throw malformed("header of the token names no algorithm");
    }
    try {
      TokenClaims claims = Claims.of(payload);
      return new CompactJwt(algorithm, parts[0] + "." + parts[1], parts[2], claims);
    } catch (Claims.WrongType registered) {
      throw malformed("payload of the token has a registered claim of the wrong type");
    }
  }

  private static Map<String, @Nullable Object> json(String part, String encoded) throws Malformed {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return ClaimsJson.read(text);
    } catch (IllegalArgumentException foreignCharacter) {
      throw malformed(part + " of the token is not base64url");
    } catch (IOException notJson) {
      throw malformed(part + " of the token is not a JSON object");
    }
  }

  private static Malformed malformed(String explanation) {
    return new Malformed(TokenFlaw.MALFORMED, explanation);
  }
}
