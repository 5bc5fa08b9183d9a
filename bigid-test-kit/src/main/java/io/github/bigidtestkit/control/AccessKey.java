package io.github.bigidtestkit.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The key to a control API: 256 random bits, as text that can stand in a header and in a URL. */
final class AccessKey {

  private static final int BYTES = 32;
  private static final String SCHEME = "Bearer ";

  private final String text;

  private AccessKey(String text) {
    this.text = text;
  }

  static AccessKey random() {
    byte[] bits = new byte[BYTES];
    new SecureRandom().nextBytes(bits);
    return new AccessKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  String text() {
    return text;
  }

  /**
   * Whether a header shows this key; takes as long for a key that is nearly right as for others.
   */
  boolean isShownIn(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            bytes(authorization.substring(SCHEME.length()).strip()), bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "AccessKey";
  }
}
