package io.github.bigidtestkit.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** The one line that is printed. */
class ReadyTests {

  private static final URI URL = URI.create("https://127.0.0.1:4711/api/v1");
  private static final Ready LEAST = new Ready(URL, null, null, null);
  private static final Ready ALL =
      new Ready(
          URL, "/tmp/Jo's files/ca.pem", URI.create("https://127.0.0.1:4711/__sandbox"), "key_-.~");

  @Test
  void for_a_shell() {
    assertThat(LEAST.shell()).isEqualTo("BIGID_URL=https://127.0.0.1:4711/api/v1");
    assertThat(ALL.shell())
        .isEqualTo(
            "BIGID_URL=https://127.0.0.1:4711/api/v1 BIGID_CA_PEM='/tmp/Jo'\\''s files/ca.pem' BIGID_CONTROL_URL=https://127.0.0.1:4711/__sandbox BIGID_CONTROL_KEY='key_-.~'");
  }

  @Test
  void as_json() {
    assertThat(LEAST.json()).isEqualTo("{\"url\":\"https://127.0.0.1:4711/api/v1\"}");
    assertThat(ALL.json())
        .isEqualTo(
            "{\"url\":\"https://127.0.0.1:4711/api/v1\",\"caPem\":\"/tmp/Jo's files/ca.pem\",\"controlUrl\":\"https://127.0.0.1:4711/__sandbox\",\"controlKey\":\"key_-.~\"}");
  }
}
