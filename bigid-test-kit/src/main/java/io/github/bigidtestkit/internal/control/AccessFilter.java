package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.internal.http.ControlCall;
import io.github.bigidtestkit.internal.journal.Redaction;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says who may come in. Browsers let any page on the web call loopback, under any name. */
public final class AccessFilter {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final AccessKey key;

  public AccessFilter(AccessKey key) {
    this.key = key;
  }

  /**
   * Refuses other machines, and what other sites have a browser send.
   *
   * @param names those that the certificate of the sandbox bears
   */
  public void check(ControlCall call, List<String> names) {
    if (!call.remote().isLoopbackAddress()) {
      throw Problem.of(
          403, "The control API answers its own machine only. Call it from there, by 127.0.0.1.");
    }
    String host = call.header("Host");
    if (host == null || !isKnown(host, names)) {
      throw Problem.of(
          403,
          "Host [%s] is no name of this sandbox. Call it as 127.0.0.1 or localhost."
              .formatted(shown(host == null ? "" : host)));
    }
    if (call.has("Origin") && !isSame(String.valueOf(call.header("Origin")), host)) {
      throw Problem.of(
          403,
          "Origin [%s] is another site. Only the sandbox's own page may call from a browser."
              .formatted(shown(String.valueOf(call.header("Origin")))));
    }
  }

  private static boolean isKnown(String host, List<String> names) {
    String name = host.replaceFirst(":[0-9]{1,5}$", "").toLowerCase(Locale.ROOT);
    return LOOPBACK.contains(name)
        || names.stream()
            .map(each -> each.toLowerCase(Locale.ROOT))
            .anyMatch(each -> is(name, each));
  }

  private static boolean is(String name, String known) {
    return known.startsWith("*.")
        ? name.replaceFirst("^[^.]+", "*").equals(known)
        : name.equals(known);
  }

  private static boolean isSame(String origin, String host) {
    return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
  }

  private static String shown(String foreign) {
    String line = Redaction.printable(foreign);
    return line.length() <= 100 ? line : line.substring(0, 100) + "…";
  }

  /** Refuses who does not show the key. */
  void requireKey(ControlCall call) {
    List<String> shown = call.headers().getOrDefault("Authorization", List.of());
    if (shown.size() != 1 || !key.isShownIn(shown.get(0))) {
      throw Problem.of(
              401,
              "%s Send Authorization: Bearer and the key that the sandbox gave when it started."
                  .formatted(problem(shown.size())))
          .with("WWW-Authenticate", "Bearer realm=\"sandbox\"");
    }
  }

  private static String problem(int shown) {
    return switch (shown) {
      case 0 -> "The key is missing.";
      case 1 -> "The key is not the right one.";
      default -> "There are %s Authorization headers; one is wanted.".formatted(shown);
    };
  }
}
