package io.github.bigidtestkit.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A random 256-bit key and what is signed with it by HMAC-SHA-256. */
final class SigningKey {

  private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);

  /** Written out, as the library would put the fields in another order than was observed. */
  private static final Base64URL ENCODED_HEADER =
      Base64URL.encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

  private final SecretKey key;
  private final JWSSigner signer;

  private SigningKey(byte[] secret) {
    try {
      this.key = new SecretKeySpec(secret, "HmacSHA256");
      this.signer = new MACSigner(secret);
    } catch (JOSEException tooShort) {
      throw new IllegalStateException(tooShort);
    }
  }

  static SigningKey random() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return new SigningKey(secret);
  }

  SecretKey secret() {
    return key;
  }

  /** The JWT in compact form. */
  String sign(JWTClaimsSet claims) {
    return sign(claims.toString());
  }

  /** A compact JWS over any payload. */
  String sign(String payload) {
    String content = ENCODED_HEADER + "." + Base64URL.encode(payload);
    return content + "." + signature(content);
  }

  /** Whether this key gave the signature to the content. */
  boolean signed(String content, String signature) {
    byte[] expected = signature(content).toString().getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
  }

  private Base64URL signature(String content) {
    try {
      return signer.sign(HEADER, content.getBytes(StandardCharsets.UTF_8));
    } catch (JOSEException unusable) {
      throw new IllegalStateException(unusable);
    }
  }
}
