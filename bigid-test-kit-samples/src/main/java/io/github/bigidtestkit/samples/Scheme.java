package io.github.bigidtestkit.samples;

import java.net.http.HttpRequest;

/** How a call shows its token. */
public enum Scheme {
  /** {@code Authorization: <token>}, as deployments of today want it (connector). */
  RAW("Authorization", ""),
  /** {@code Authorization: Bearer <token>}, as BigID's contract says. */
  BEARER("Authorization", "Bearer "),
  /** {@code x-access-token: <token>}, as some clients do. */
  X_ACCESS_TOKEN("x-access-token", "");

  private final String header;
  private final String prefix;

  Scheme(String header, String prefix) {
    this.header = header;
    this.prefix = prefix;
  }

  void show(String token, HttpRequest.Builder request) {
    request.header(header, prefix + token);
  }
}
