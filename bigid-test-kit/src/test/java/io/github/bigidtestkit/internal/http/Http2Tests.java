package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.testing.Client;
import io.github.bigidtestkit.testing.Secure;
import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2, negotiated within TLS or by upgrade without; and what faults do to it. */
@Timeout(60)
@ParameterizedClass
@ValueSource(booleans = {true, false})
class Http2Tests {

  private final boolean https;
  private FakeBigId bigId;

  Http2Tests(boolean https) {
    this.https = https;
  }

  @BeforeEach
  void start() {
    bigId = FakeBigId.start(SandboxConfig.builder().https(https).http2(true).build());
  }

  @AfterEach
  void stop() {
    bigId.close();
  }

  private HttpResponse<String> login() throws Exception {
    return Secure.login(bigId, bigId.httpClient());
  }

  @Test
  void the_jdk_client_speaks_it_and_keeps_its_connection() throws Exception {
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> answer = login();
      assertThat(answer.version()).isEqualTo(Version.HTTP_2);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    }
  }

  @Test
  void a_client_of_http_1_is_served_as_well() throws Exception {
    try (Client client = Client.Kind.APACHE.open(Secure.LIMIT, bigId)) {
      assertThat(client.login(bigId).status()).isEqualTo(200);
    }
  }

  @Test
  void okhttp_speaks_it_negotiated_or_with_prior_knowledge() throws Exception {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    if (https) {
      builder.sslSocketFactory(
          bigId.trust().sslContext().getSocketFactory(), bigId.trust().trustManager());
    } else {
      builder.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    }
    OkHttpClient client = builder.build();
    Request request =
        new Request.Builder()
            .url(bigId.baseUrl() + "/sessions")
            .post(RequestBody.create(Client.LOGIN, MediaType.get(Client.JSON)))
            .build();
    for (int i = 0; i < 2; i++) {
      try (var answer = client.newCall(request).execute()) {
        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.protocol())
            .isEqualTo(https ? Protocol.HTTP_2 : Protocol.H2_PRIOR_KNOWLEDGE);
      }
    }
    client.connectionPool().evictAll();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "CONNECTION_RESET_BEFORE_REQUEST",
        "CONNECTION_RESET",
        "CONNECTION_RESET_MID_BODY",
        "CONNECTION_CLOSED",
        "GARBAGE"
      })
  void what_breaks_a_connection_breaks_it(FaultKind kind) throws Exception {
    assertThat(login().statusCode()).isEqualTo(200);
    try (ActiveFault fault = bigId.faults().inject(kind).start()) {
      assertThatThrownBy(this::login).isInstanceOf(IOException.class);
      assertThat(fault.struck()).isEqualTo(1);
    }
    assertThat(login().statusCode()).isEqualTo(200);
  }

  /** The JDK's client does not count what it gets. */
  @Test
  void a_truncated_body_ends_its_stream_halfway() throws Exception {
    try (ActiveFault fault = bigId.faults().inject(FaultKind.TRUNCATED_BODY).start()) {
      HttpResponse<String> answer = login();
      int length = Integer.parseInt(answer.headers().firstValue("content-length").orElseThrow());
      assertThat(answer.body()).hasSize(length / 2).startsWith("{\"success\":true,");
      assertThat(fault.struck()).isEqualTo(1);
    }
    assertThat(login().statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"STALL", "STALL_MID_BODY"})
  void a_stall_holds_up_its_stream_and_no_other(FaultKind kind) throws Exception {
    assertThat(login().statusCode()).isEqualTo(200);
    try (ActiveFault fault = bigId.faults().inject(kind).times(1).start()) {
      var stalled =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return login();
                } catch (Exception failed) {
                  throw new IllegalStateException(failed);
                }
              });
      bigId.journal().await(e -> e.fault() != null, Secure.LIMIT);
      assertThat(login().statusCode()).isEqualTo(200);
      assertThatThrownBy(() -> stalled.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(fault.struck()).isEqualTo(1);
    }
  }

  @Test
  void answers_come_late_in_pieces_and_huge() throws Exception {
    for (Fault fault :
        List.of(
            Fault.delay(Duration.ofMillis(50)),
            Fault.drip(100_000),
            FaultKind.HUGE_BODY.fault(),
            Fault.status(503))) {
      try (ActiveFault active = bigId.faults().inject(fault).start()) {
        HttpResponse<String> answer = login();
        assertThat(answer.statusCode()).isIn(200, 503);
        assertThat(answer.body()).endsWith("}");
        assertThat(active.struck()).isEqualTo(1);
      }
    }
  }

  @Test
  void a_chunk_is_left_unfinished_over_http_1_only() throws Exception {
    ActiveFault fault = bigId.faults().inject(FaultKind.UNFINISHED_CHUNK).start();
    assertThat(login().statusCode()).isEqualTo(200);
    assertThat(fault.struck()).isZero();
    assertThatThrownBy(fault::close)
        .hasMessage(
            "Fault [body ends within a chunk, on any call] never struck, so the test proves"
                + " nothing. These calls came: POST /api/v1/sessions by bigid (it came over HTTP/2,"
                + " which has no chunks). Let the client make the call, choose other calls, or make it optional.");
  }
}
