package io.github.bigidtestkit.benchmark.child;

import java.nio.charset.StandardCharsets;

/** A fixed answer of the right shape, for servers that work nothing out. */
public final class Answers {

  /** 300 characters, as long as a signed token of the kit. */
  public static final String TOKEN =
      ("eyJhbGciOiJIUzI1NiJ9." + "abcdefgh".repeat(40)).substring(0, 300);

  public static final String LOGIN =
      "{\"success\":true,\"message\":\"Enjoy your token!\",\"auth_token\":\""
          + TOKEN
          + "\",\"username\":\"bigid\",\"firstName\":\"BigID\",\"permissions\":[\"ROOT\"]}";
  public static final String REFRESH = "{\"success\":true,\"systemToken\":\"" + TOKEN + "\"}";

  private Answers() {}

  public static byte[] bytes(String path) {
    String body = path.equals(Requests.LOGIN_PATH) ? LOGIN : REFRESH;
    return body.getBytes(StandardCharsets.ISO_8859_1);
  }
}
