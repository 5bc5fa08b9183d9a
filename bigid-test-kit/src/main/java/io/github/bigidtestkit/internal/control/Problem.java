package io.github.bigidtestkit.internal.control;

import java.util.Map;

/** Why a call is not done, as problem details for HTTP APIs (RFC 9457) tell it. */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "Bad Request",
          401, "Unauthorized",
          403, "Forbidden",
          404, "Not Found",
          405, "Method Not Allowed",
          408, "Request Timeout",
          413, "Content Too Large",
          415, "Unsupported Media Type",
          500, "Internal Server Error");

  private final int status;
  private final transient Map<String, String> headers;

  private Problem(int status, String detail, Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.headers = headers;
  }

  public static Problem of(int status, String detail) {
    return new Problem(status, detail, Map.of());
  }

  /** The same with a header. */
  Problem with(String name, String value) {
    return new Problem(status, detail(), Map.of(name, value));
  }

  int status() {
    return status;
  }

  String title() {
    return TITLES.getOrDefault(status, "");
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  Map<String, String> headers() {
    return headers;
  }
}
