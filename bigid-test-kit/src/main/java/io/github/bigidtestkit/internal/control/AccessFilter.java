package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.internal.http.ControlCall;
import io.github.bigidtestkit.internal.json.Excerpt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Decides who is let in. Browsers let any page on the web call loopback, under any name. */
final class AccessFilter {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
  private static final String SCHEME = "Bearer ";

  private final String key;

  AccessFilter(String key) {
    this.key = key;
  }

  /**
   * Refuses other machines, and pages of other sites.
   *
   * @param hostNames those in the certificate of the sandbox
   */
  void check(ControlCall call, List<String> hostNames) {
    if (!call.remote().isLoopbackAddress()) {
      throw Problem.of(
          403,
          "The control API answers only its own machine. Call it from there, under 127.0.0.1.");
    }
    String host = String.valueOf(call.header("Host"));
    if (!isKnown(host, hostNames)) {
      throw Problem.of(
          403,
          "Host [%s] is not a name of this sandbox. Call it as 127.0.0.1 or localhost."
              .formatted(Excerpt.of(host)));
    }
    String origin = String.valueOf(call.header("Origin"));
    if (call.has("Origin")
        && !origin.equalsIgnoreCase("http://" + host)
        && !origin.equalsIgnoreCase("https://" + host)) {
      throw Problem.of(
          403,
          "Origin [%s] is another site. Only the sandbox's own page can call from a browser."
              .formatted(Excerpt.of(origin)));
    }
  }

  private static boolean isKnown(String host, List<String> hostNames) {
    String name = host.replaceFirst(":[0-9]{1,5}$", "").toLowerCase(Locale.ROOT);
    String wildcard = name.replaceFirst("^[^.]+", "*");
    return LOOPBACK.matcher(name).matches()
        || hostNames.stream()
            .map(known -> known.toLowerCase(Locale.ROOT))
            .anyMatch(known -> known.equals(name) || known.equals(wildcard));
  }

  /** Refuses callers without the key. */
  void requireKey(ControlCall call) {
    List<String> shown = call.headers().getOrDefault("Authorization", List.of());
    String problem =
        switch (shown.size()) {
          case 0 -> "The key is missing.";
          case 1 -> isKey(shown.get(0)) ? "" : "The key is wrong.";
          default -> "There are %s Authorization headers.".formatted(shown.size());
        };
    if (!problem.isEmpty()) {
      throw Problem.of(
              401, problem + " Send one Authorization header: Bearer and the key of the sandbox.")
          .with("WWW-Authenticate", "Bearer realm=\"sandbox\"");
    }
  }

  private boolean isKey(String authorization) {
    // Takes as long for a key that is nearly right as for others.
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8),
            key.getBytes(StandardCharsets.UTF_8));
  }
}
