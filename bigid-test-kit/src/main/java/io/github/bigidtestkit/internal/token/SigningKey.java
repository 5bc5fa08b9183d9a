package io.github.bigidtestkit.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A random 256-bit key and what is signed with it by HMAC-SHA-256. */
final class SigningKey {

  private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);

  /** Written out, as the library would put the fields in another order than was observed. */
  private static final String ENCODED_HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

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

  /** A compact JWS over any payload. */
  String sign(byte[] payload) {
    String content = ENCODED_HEADER + "." + encode(payload);
    return content + "." + signature(content);
  }

  /** A part of a compact JWS. */
  static String encode(String part) {
    return encode(part.getBytes(StandardCharsets.UTF_8));
  }

  /** A part of a compact JWS. */
  static String encode(byte[] part) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
  }

  /** Whether this key gave the signature to the content. */
  boolean signed(String content, String signature) {
    byte[] expected = signature(content).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
  }

  private String signature(String content) {
    try {
      return signer.sign(HEADER, content.getBytes(StandardCharsets.UTF_8)).toString();
    } catch (JOSEException unusable) {
      throw new IllegalStateException(unusable);
    }
  }
}
