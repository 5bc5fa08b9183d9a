package com.example.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;

/** What authorizes calls, and until when. */
record SystemToken(String text, Instant expiry) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the claim {@code exp} of a JWT. That it is genuine is BigID's business. */
  static SystemToken parse(String jwt) {
    try {
      byte[] claims = Base64.getUrlDecoder().decode(jwt.split("\\.")[1]);
      long expiry = JSON.readTree(claims).required("exp").longValue();
      return new SystemToken(jwt, Instant.ofEpochSecond(expiry));
    } catch (IOException | RuntimeException unreadable) {
      throw new IllegalArgumentException("BigID sent no readable token", unreadable);
    }
  }
}
