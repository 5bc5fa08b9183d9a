package io.github.bigidtestkit.internal.cli;

import io.github.bigidtestkit.internal.config.SandboxJson;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What whoever started the program has to know, in one line.
 *
 * @param url the base URL
 * @param caPem where the certificate of the authority is, or null without HTTPS
 * @param controlUrl the URL of the control API, or null where it is off
 * @param controlKey the key to it, or null
 */
record Ready(URI url, @Nullable Path caPem, @Nullable URI controlUrl, @Nullable String controlKey) {

  /** Assignments, as a shell reads them. */
  String shell() {
    StringJoiner line = new StringJoiner(" ");
    values("BIGID_URL", "BIGID_CA_PEM", "BIGID_CONTROL_URL", "BIGID_CONTROL_KEY")
        .forEach((name, value) -> line.add(name + "=" + quoted(value)));
    return line.toString();
  }

  /** A JSON object. */
  String json() {
    return SandboxJson.write(values("url", "caPem", "controlUrl", "controlKey"));
  }

  private Map<String, String> values(
      String urlName, String pemName, String controlName, String keyName) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(urlName, url.toString());
    if (caPem != null) {
      values.put(pemName, caPem.toAbsolutePath().toString());
    }
    if (controlUrl != null && controlKey != null) {
      values.put(controlName, controlUrl.toString());
      values.put(keyName, controlKey);
    }
    return values;
  }

  private static String quoted(String value) {
    return value.matches("[A-Za-z0-9_@%+=:,./-]+")
        ? value
        : "'" + value.replace("'", "'\\''") + "'";
  }
}
