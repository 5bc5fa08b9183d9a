package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BodySizeTests {

  private static final int LIMIT = 1024 * 1024;
  private static final String TOO_LARGE = "The body is larger than the 1048576 bytes that are read";

  private final FakeBigId bigId = FakeBigId.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void one_mebibyte_is_read(boolean chunked) {
    assertThat(login(LIMIT, chunked).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void one_byte_more_is_refused(boolean chunked) {
    Expect.refused(bigId, login(LIMIT + 1, chunked), 413, Reason.BODY_TOO_LARGE, TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void many_times_as_much_is_refused_and_drained(boolean chunked) {
    Expect.refused(bigId, login(20 * LIMIT, chunked), 413, Reason.BODY_TOO_LARGE, TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/refresh-access-token", "/anything"})
  void the_limit_holds_for_every_call(String path) {
    var request =
        Http.request(bigId, path, "Authorization", "Bearer " + bigId.tokens().userToken("bigid"))
            .POST(BodyPublishers.ofByteArray(new byte[LIMIT + 1]))
            .build();
    Expect.refused(bigId, Http.send(request), 413, Reason.BODY_TOO_LARGE, TOO_LARGE);
  }

  @Test
  void a_body_where_none_is_wanted_is_ignored() {
    var request =
        Http.request(
                bigId,
                "/refresh-access-token",
                "Authorization",
                "Bearer " + bigId.tokens().userToken("bigid"))
            .POST(BodyPublishers.ofString("neither JSON nor wanted"))
            .build();
    assertThat(Http.send(request).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> login(int size, boolean chunked) {
    byte[] sound =
        "{\"username\":\"bigid\",\"password\":\"learner\"}".getBytes(StandardCharsets.UTF_8);
    byte[] padded = " ".repeat(size).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(sound, 0, padded, 0, sound.length);
    BodyPublisher body =
        chunked
            ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(padded))
            : BodyPublishers.ofByteArray(padded);
    return Http.send(
        Http.request(bigId, "/sessions", "Content-Type", "application/json").POST(body).build());
  }
}
