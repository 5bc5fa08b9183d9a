package io.github.bigidtestkit.internal.cli;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.control.SandboxControl;
import io.github.bigidtestkit.internal.control.ControlServer;
import io.github.bigidtestkit.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The line that tells whoever started the program what it needs to know.
 *
 * @param url the base URL
 * @param caPem the file with the CA certificate, or null without HTTPS
 * @param controlUrl the URL of the control API, or null if it is off
 * @param controlKey its key, or null
 */
record Ready(
    URI url, @Nullable String caPem, @Nullable URI controlUrl, @Nullable String controlKey) {

  /**
   * The line of a running sandbox; writes its CA certificate.
   *
   * @throws UncheckedIOException if the certificate can't be written
   */
  static Ready of(FakeBigId bigId, @Nullable SandboxControl control, @Nullable Path pem) {
    return new Ready(
        bigId.baseUrl(),
        bigId.config().https() ? written(bigId, pem).toAbsolutePath().toString() : null,
        control == null ? null : URI.create(bigId.origin() + ControlServer.PREFIX),
        control == null ? null : control.key());
  }

  private static Path written(FakeBigId bigId, @Nullable Path pem) {
    try {
      return pem == null ? bigId.trust().pemFile() : Files.writeString(pem, bigId.trust().pem());
    } catch (IOException notWritable) {
      throw new UncheckedIOException(
          "--pem [%s] can't be written (%s). Name a file in an existing directory."
              .formatted(pem, notWritable),
          notWritable);
    }
  }

  /** Variables, as a shell reads them. */
  String shell() {
    return variable("BIGID_URL", url)
        + variable(" BIGID_CA_PEM", caPem)
        + variable(" BIGID_CONTROL_URL", controlUrl)
        + variable(" BIGID_CONTROL_KEY", controlKey);
  }

  private static String variable(String name, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    boolean plain = text.matches("[A-Za-z0-9_@%+=:,./-]+");
    return name + "=" + (plain ? text : "'" + text.replace("'", "'\\''") + "'");
  }

  /** A JSON object. */
  String json() {
    return new String(Json.map(this), StandardCharsets.UTF_8);
  }
}
