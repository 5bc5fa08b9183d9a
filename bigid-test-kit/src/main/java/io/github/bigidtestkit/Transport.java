package io.github.bigidtestkit;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What carries the calls: HTTP or HTTPS, and which versions of it. Immutable.
 *
 * @param https whether the sandbox speaks TLS, and only that
 * @param hostNames names that its certificate bears besides {@code localhost}, {@code 127.0.0.1}
 *     and {@code ::1}; only with TLS
 * @param http2 whether it speaks HTTP/2 besides HTTP/1.1
 */
public record Transport(boolean https, List<String> hostNames, boolean http2) {

  /** HTTP/1.1 without TLS. */
  public static final Transport DEFAULT = new Transport(false, List.of(), false);

  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  /** Longest name in the DNS. */
  private static final int LONGEST = 253;

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException if a name is none, is given twice, or is given without TLS
   */
  public Transport {
    hostNames = List.copyOf(hostNames);
    if (!https && !hostNames.isEmpty()) {
      throw new IllegalArgumentException(
          "hostNames %s are for a certificate, and without https there is none. Set https, or leave them out."
              .formatted(hostNames));
    }
    for (String name : hostNames) {
      if (!isName(name)) {
        throw new IllegalArgumentException(
            "host name [%s] is none. Give a name of the DNS, such as [bigid.test] or [*.bigid.test], without scheme and port; addresses other than those of loopback lead nowhere."
                .formatted(name));
      }
      if (hostNames.indexOf(name) != hostNames.lastIndexOf(name)) {
        throw new IllegalArgumentException(
            "host name [%s] is given twice. Remove one.".formatted(name));
      }
    }
  }

  private static boolean isName(String name) {
    String labels = name.startsWith("*.") ? name.substring(2) : name;
    String[] parts = labels.split("\\.", -1);
    for (String part : parts) {
      if (!LABEL.matcher(part).matches()) {
        return false;
      }
    }
    // A last label of digits alone would make it an address.
    return name.length() <= LONGEST && !parts[parts.length - 1].matches("[0-9]+");
  }

  String scheme() {
    return https ? "https" : "http";
  }

  /** In words, such as {@code HTTP/1.1 over TLS for bigid.test}. */
  @Override
  public String toString() {
    return "HTTP/1.1"
        + (http2 ? " and HTTP/2" : "")
        + (https ? " over TLS" : "")
        + (hostNames.isEmpty() ? "" : " for " + String.join(", ", hostNames));
  }
}
