package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A client's connection outlives the reset between two tests. */
class ConnectionTests {

  @Test
  void a_connection_stays_open_from_test_to_test() {
    Run.passes(2, ConnectionTestCase.class);
  }

  @BigIdSandbox
  static class ConnectionTestCase {
    private static Socket kept;

    @RepeatedTest(2)
    void calls(FakeBigId bigId) throws IOException {
      if (kept == null) {
        kept = Calls.open(bigId.port());
      }
      String call = "GET /api/v1/x HTTP/1.1\r\nHost: x\r\n\r\n";
      kept.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
      assertThat(statusLine(kept)).isEqualTo("HTTP/1.1 401 Unauthorized");
      assertThat(bigId.journal().exchanges()).hasSize(1);
    }

    private static String statusLine(Socket socket) throws IOException {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String status = in.readLine();
      int length = 0;
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        if (line.startsWith("Content-Length: ")) {
          length = Integer.parseInt(line.substring("Content-Length: ".length()));
        }
      }
      assertThat(in.skip(length)).isEqualTo(length);
      return status;
    }

    @AfterAll
    static void hang_up() throws IOException {
      kept.close();
    }
  }
}
