package io.github.bigidtestkit.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A token that authorizes calls: a session token or a system token.
 *
 * @param text what is sent
 * @param renewAt from when on another one should be had
 */
record AccessToken(String text, Instant renewAt) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * A token that has just come.
   *
   * @param margin how long before its expiry it should be renewed; at most for half of its life
   */
  static AccessToken read(String text, Instant now, Duration margin) {
    Instant expiry = expiry(text);
    if (expiry == null) {
      return new AccessToken(text, Instant.MAX);
    }
    Duration half = Duration.between(now, expiry).dividedBy(2);
    return new AccessToken(text, expiry.minus(half.compareTo(margin) < 0 ? half : margin));
  }

  /**
   * By the {@code exp} claim, or null if the token has no readable one: then only BigID can tell.
   */
  private static @Nullable Instant expiry(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      return null;
    }
    try {
      JsonNode claim = JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).path("exp");
      return claim.canConvertToExactIntegral() && claim.canConvertToInt()
          ? Instant.ofEpochSecond(claim.longValue())
          : null;
    } catch (IOException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  boolean staleAt(Instant now) {
    return !now.isBefore(renewAt);
  }

  /** Does not show the token. */
  @Override
  public String toString() {
    return "AccessToken[renewAt=%s]".formatted(renewAt);
  }
}
