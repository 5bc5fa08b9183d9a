package com.example.catalog;

import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** What authorizes calls, and until when. */
record SystemToken(String text, Instant expiry) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Reads the claim {@code exp} of a JWT. That it is genuine is BigID's business. */
  static SystemToken parse(String jwt) {
    try {
      byte[] claims = Base64.getUrlDecoder().decode(jwt.split("\\.")[1]);
      long expiry = JSON.readTree(claims).required("exp").longValue();
      return new SystemToken(jwt, Instant.ofEpochSecond(expiry));
    } catch (RuntimeException unreadable) {
      throw new IllegalArgumentException("BigID sent no readable token", unreadable);
    }
  }
}
