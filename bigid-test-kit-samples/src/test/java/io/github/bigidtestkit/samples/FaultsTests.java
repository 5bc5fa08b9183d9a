package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultSet;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.FaultSweep;
import io.github.bigidtestkit.junit.InjectFault;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the client does when things go wrong. */
@BigIdSandbox
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class FaultsTests {

  // region client
  /** A client that does not wait but moves the sandbox's clock, so that tests take no time. */
  private static CatalogClient client(URI baseUrl, String token, SandboxClock clock) {
    ClientSettings settings =
        ClientSettings.defaults()
            .withClock(clock)
            .withLimit(Duration.ofMillis(700))
            .withPause(
                pause -> {
                  clock.advance(pause);
                  return CompletableFuture.completedFuture(null);
                });
    return new CatalogClient(new BigIdClient(baseUrl, Credentials.userToken(token), settings));
  }

  // endregion

  // region inject-fault
  @Test
  @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.CONNECTION_RESET, times = 1)
  void retries_after_a_reset(@BaseUrl URI baseUrl, @UserToken String token, SandboxClock clock) {
    assertThat(client(baseUrl, token, clock).list()).isEmpty();
  }

  // endregion

  // region fault-in-code
  @Test
  void waits_as_long_as_it_is_asked_to(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    Fault busy = Fault.status(503).withRetryAfter(Duration.ofSeconds(30));
    try (ActiveFault outage = bigId.faults().inject(busy).on(Endpoint.REFRESH).times(2).start()) {
      Instant before = bigId.clock().instant();
      assertThat(client(baseUrl, token, bigId.clock()).list()).isEmpty();
      assertThat(bigId.clock().instant()).isAfterOrEqualTo(before.plusSeconds(60));
      assertThat(outage.struck()).isEqualTo(2);
    }
  }

  // endregion

  // region schedules
  @Test
  void outlives_a_bad_day(FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    Instant noon = bigId.clock().instant().plus(Duration.ofHours(4));
    bigId
        .faults()
        .inject(Fault.status(500))
        .on(Endpoint.REFRESH)
        .times(1)
        .then(FaultKind.GARBAGE.fault())
        .times(1)
        .start();
    bigId.faults().inject(FaultKind.SERVICE_UNAVAILABLE).on(Endpoint.RESOURCE).nth(2).start();
    bigId
        .faults()
        .inject(Fault.gatewayPage(502))
        .on(Endpoint.RESOURCE)
        .between(noon, noon.plusMillis(500))
        .start();
    bigId
        .faults()
        .inject(Fault.rateLimit(3, Duration.ofMinutes(1)))
        .on(Endpoint.RESOURCE)
        .optional()
        .start();
    CatalogClient client = client(baseUrl, token, bigId.clock());
    assertThat(client.list()).isEmpty();
    assertThat(client.list()).isEmpty();
    bigId.clock().set(noon);
    assertThat(client.list()).isEmpty();
  }

  // endregion

  // region sweep
  @FaultSweep(
      value = {FaultSet.GATEWAY, FaultSet.CONNECTION},
      except = {FaultKind.UNAUTHORIZED, FaultKind.FORBIDDEN, FaultKind.NOT_SUCCESSFUL},
      endpoint = Endpoint.REFRESH)
  void reports_that_bigid_is_unavailable(
      FaultKind fault, @BaseUrl URI baseUrl, @UserToken String token, SandboxClock clock) {
    assertThatExceptionOfType(BigIdException.class)
        .as("with " + fault)
        .isThrownBy(() -> client(baseUrl, token, clock).list())
        .returns(BigIdException.Reason.UNAVAILABLE, BigIdException::reason);
  }

  // endregion

  @FaultSweep(value = FaultSet.SLOW, endpoint = Endpoint.REFRESH, times = 1)
  void is_patient(@BaseUrl URI baseUrl, @UserToken String token, SandboxClock clock) {
    assertThat(client(baseUrl, token, clock).list()).isEmpty();
  }

  @FaultSweep(value = FaultSet.TOKENS, endpoint = Endpoint.REFRESH, times = 1)
  void gets_another_token_for_a_bad_one_if_it_has_to(
      FaultKind fault, @BaseUrl URI baseUrl, @UserToken String token, SandboxClock clock) {
    assertThat(client(baseUrl, token, clock).list()).as("with " + fault).isEmpty();
  }
}
