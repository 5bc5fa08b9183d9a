package io.github.bigidtestkit.benchmark.child;

import java.nio.charset.StandardCharsets;

/** The calls that all servers but mock-oauth2-server are sent. */
public final class Requests {

  public static final String LOGIN_PATH = "/api/v1/sessions";
  public static final String REFRESH_PATH = "/api/v1/refresh-access-token";
  public static final String USERNAME = "bigid";
  public static final String PASSWORD = "learner";
  private static final String CREDENTIALS =
      "{\"username\":\"" + USERNAME + "\",\"password\":\"" + PASSWORD + "\"}";

  private Requests() {}

  public static byte[] login() {
    return post(LOGIN_PATH, "Content-Type: application/json\r\n", CREDENTIALS);
  }

  public static byte[] refresh(String token) {
    return post(REFRESH_PATH, "Authorization: Bearer " + token + "\r\n", "");
  }

  public static byte[] post(String path, String headers, String body) {
    String request =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + headers
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    return request.getBytes(StandardCharsets.ISO_8859_1);
  }
}
