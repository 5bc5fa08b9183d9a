package io.github.bigidtestkit.internal.calibrate;

import io.github.bigidtestkit.internal.config.Setting;
import io.github.bigidtestkit.internal.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a token: names and a duration.
 *
 * @param setting the setting for its lifetime
 * @param claims the names of its claims; empty if it is not a JWT
 * @param lifetime from {@code iat} to {@code exp}, or null if a setting can't have it
 */
record IssuedToken(Setting setting, List<String> claims, @Nullable Duration lifetime) {

  private static final long MOST_SECONDS = Duration.ofDays(999).toSeconds();

  /** Reads a token; it and the name of its user become secrets. */
  static IssuedToken of(Setting setting, String token, Secrets secrets) {
    secrets.add(token);
    Map<String, @Nullable Object> claims = claims(token);
    secrets.addName(claims.get("user_name") instanceof String user ? user : "");
    long seconds =
        claims.get("iat") instanceof Number from && claims.get("exp") instanceof Number to
            ? to.longValue() - from.longValue()
            : 0;
    boolean valid = seconds > 0 && seconds <= MOST_SECONDS;
    List<String> names = claims.keySet().stream().map(secrets::key).toList();
    return new IssuedToken(setting, names, valid ? Duration.ofSeconds(seconds) : null);
  }

  private static Map<String, @Nullable Object> claims(String token) {
    String[] parts = token.split("\\.", -1);
    try {
      return parts.length == 3 ? Json.read(Base64.getUrlDecoder().decode(parts[1])) : Map.of();
    } catch (IOException | IllegalArgumentException notJwt) {
      return Map.of();
    }
  }
}
