package io.github.bigidtestkit.samples;

// region failures
import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.FaultSweep;
import io.github.bigidtestkit.junit.InjectFault;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BigIdSandbox(systemTokenTtl = "PT15M")
@ProtectedResource(
    path = "/ds-connections",
    permission = "permission.tasks.edit",
    json = "{\"data\":{\"ds_connections\":[{\"name\":\"hr\"}]}}")
class TenFailuresTests {

  private FakeBigId bigId;
  private SmallClient client;

  @BeforeEach
  void create_a_client(FakeBigId running) {
    bigId = running;
    client = client(bigId.tokens().userToken("bigid"), Duration.ofSeconds(10));
  }

  private SmallClient client(String userToken, Duration limit) {
    return new SmallClient(
        bigId.baseUrl(), userToken, bigId.clock(), limit, bigId.clock()::advance);
  }

  @Test
  void the_token_expires() throws IOException {
    client.dataSources();
    bigId.clock().advance(Duration.ofMinutes(16));
    assertThat(client.dataSources()).containsExactly("hr");
    assertThat(bigId).refreshedTimes(2).neverSentExpiredToken();
  }

  @Test
  void the_token_is_revoked() throws IOException {
    client.dataSources();
    bigId.tokens().revokeAll(TokenKind.SYSTEM);
    assertThat(client.dataSources()).containsExactly("hr");
    assertThat(bigId).refreshedTimes(2).neverReusedRejectedToken();
  }

  @ParameterizedTest
  @EnumSource(TokenDefect.class)
  void the_user_token_is_bad(TokenDefect defect) {
    SmallClient misled = client(bigId.tokens().userToken("bigid", defect), Duration.ofSeconds(10));
    assertThatExceptionOfType(SmallClient.RefusedException.class).isThrownBy(misled::dataSources);
    assertThat(bigId).gaveUpAfter(Endpoint.REFRESH, 1);
  }

  @Test
  void sixteen_threads_need_a_token_at_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    Callable<List<String>> call = client::dataSources;
    for (Future<List<String>> done : threads.invokeAll(Collections.nCopies(16, call))) {
      assertThat(done.get()).containsExactly("hr");
    }
    threads.shutdown();
    assertThat(bigId).refreshedOnce();
  }

  @Test
  @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.TOO_MANY_REQUESTS, times = 2)
  void there_are_too_many_requests() throws IOException {
    assertThat(client.dataSources()).containsExactly("hr");
    assertThat(bigId).respectedRetryAfter();
  }

  @Test
  @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.SERVICE_UNAVAILABLE)
  void the_outage_does_not_end() {
    assertThatExceptionOfType(IOException.class).isThrownBy(client::dataSources);
    assertThat(bigId).gaveUpAfter(Endpoint.REFRESH, 3);
  }

  @Test
  @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.CONNECTION_RESET, times = 1)
  void the_connection_breaks() throws IOException {
    assertThat(client.dataSources()).containsExactly("hr");
  }

  @FaultSweep(
      faults = {FaultKind.STALL, FaultKind.STALL_MID_BODY},
      endpoint = Endpoint.RESOURCE)
  void there_is_no_answer() {
    SmallClient hasty = client(bigId.tokens().userToken("bigid"), Duration.ofMillis(700));
    assertThatExceptionOfType(IOException.class).isThrownBy(hasty::dataSources);
  }

  @FaultSweep(
      faults = {
        FaultKind.NOT_SUCCESSFUL,
        FaultKind.GATEWAY_PAGE_IN_200,
        FaultKind.MALFORMED_JSON,
        FaultKind.TOKEN_MISSING
      },
      endpoint = Endpoint.REFRESH)
  void the_status_is_200_and_the_body_is_bad() {
    assertThatExceptionOfType(IOException.class).isThrownBy(client::dataSources);
  }

  @Test
  void the_permission_is_missing() {
    bigId.users().change("bigid", user -> user.withPermissions());
    assertThatExceptionOfType(IOException.class).isThrownBy(client::dataSources);
    assertThat(bigId).refreshedOnce().gaveUpAfter(Endpoint.RESOURCE, 1);
  }

  @Test
  void a_deployment_would_refuse_the_calls() throws IOException {
    client.dataSources();
    assertThat(bigId).wouldPassIn(Dialect.DEPLOYMENT).sentNoSecretInUrl();
  }
}
// endregion
