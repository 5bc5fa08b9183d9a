package io.github.bigidtestkit.internal.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The key to a control API: 256 random bits, as text that can stand in a header and in a URL. */
public final class AccessKey {

  private static final int BYTES = 32;
  private static final String SCHEME = "Bearer ";

  private final String text;

  private AccessKey(String text) {
    this.text = text;
  }

  /**
   * A key that somebody chose.
   *
   * @throws IllegalArgumentException if it is too short, or can't stand in a header and in a URL
   */
  public static AccessKey chosen(String text) {
    if (!text.matches("[A-Za-z0-9_.~-]{16,256}")) {
      throw new IllegalArgumentException(
          "The key to the control API must have 16 to 256 letters, digits, or characters of [-_.~]. Make another one, or leave it out for a random one.");
    }
    return new AccessKey(text);
  }

  public static AccessKey random() {
    byte[] bits = new byte[BYTES];
    new SecureRandom().nextBytes(bits);
    return new AccessKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  public String text() {
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
