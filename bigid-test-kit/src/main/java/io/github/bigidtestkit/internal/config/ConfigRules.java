package io.github.bigidtestkit.internal.config;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the values of a configuration must comply with. */
public final class ConfigRules {

  private static final Pattern DNS_LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  private static final Pattern ORIGIN =
      Pattern.compile("\\*|null|[a-z][a-z0-9+.-]*://([a-z0-9._-]+|\\[[0-9a-f:]+])(:[0-9]{1,5})?");

  private static final int LONGEST_DNS_NAME = 253;

  private ConfigRules() {}

  /**
   * Checks that no two values have the same key.
   *
   * @param message of the exception; has a place for the key
   */
  public static <T> void requireUnique(List<T> values, Function<T, String> key, String message) {
    Set<String> keys = new HashSet<>();
    for (T value : values) {
      if (!keys.add(key.apply(value))) {
        throw new IllegalArgumentException(message.formatted(key.apply(value)));
      }
    }
  }

  /** Checks the lifetime of tokens: whole seconds, since a JWT can't hold anything else. */
  public static void requireTtl(String name, Duration ttl, int longestDays) {
    boolean whole = ttl.equals(Duration.ofSeconds(ttl.toSeconds()));
    if (!whole || ttl.toSeconds() < 1 || ttl.compareTo(Duration.ofDays(longestDays)) > 0) {
      throw new IllegalArgumentException(
          "%s [%s] is out of range. Give whole seconds, from one second to %s days; for an expired token use TokenDefect.EXPIRED."
              .formatted(name, ttl, longestDays));
    }
  }

  /** Checks the names in a certificate, which only exists with HTTPS. */
  public static void requireHostNames(List<String> names, boolean https) {
    if (!https && !names.isEmpty()) {
      throw new IllegalArgumentException(
          "hostNames %s are for the certificate, and without https there is none. Set https, or leave them out."
              .formatted(names));
    }
    for (String name : names) {
      if (!isDnsName(name)) {
        throw new IllegalArgumentException(
            "host name [%s] is invalid. Give a DNS name such as [bigid.test] or [*.bigid.test], without scheme and port. IP addresses other than loopback never reach the sandbox."
                .formatted(name));
      }
    }
    requireUnique(names, name -> name, "host name [%s] is declared twice. Remove one.");
  }

  /** Checks origins, which are compared with what browsers send. */
  public static void requireOrigins(List<String> origins) {
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "corsOrigins has [%s], which is not an origin. Give scheme, host and port as the browser sends them, such as [http://localhost:3000], or [*] for any."
                .formatted(origin));
      }
    }
  }

  private static boolean isDnsName(String name) {
    String[] labels = (name.startsWith("*.") ? name.substring(2) : name).split("\\.", -1);
    for (String label : labels) {
      if (!DNS_LABEL.matcher(label).matches()) {
        return false;
      }
    }
    // With only digits in the last label, it would be an IP address.
    return name.length() <= LONGEST_DNS_NAME && !labels[labels.length - 1].matches("[0-9]+");
  }
}
