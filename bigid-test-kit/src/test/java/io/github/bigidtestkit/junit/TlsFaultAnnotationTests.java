package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultSet;
import io.github.bigidtestkit.journal.Journal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Faults of handshakes, declared by annotations. */
class TlsFaultAnnotationTests {

  private static int get(HttpClient client, URI url) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/data")).timeout(Duration.ofSeconds(2)).build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  @BigIdSandbox(https = true)
  static class StrikingTestCase {
    @Test
    @InjectFault(fault = FaultKind.CERTIFICATE_OF_ANOTHER_HOST, times = 1)
    void once(@BaseUrl URI url, FakeBigId bigId) throws Exception {
      assertThatThrownBy(() -> get(bigId.httpClient(), url)).isInstanceOf(IOException.class);
      assertThat(get(bigId.httpClient(), url)).isEqualTo(401);
    }

    @FaultSweep(value = FaultSet.TLS, endpoint = Endpoint.REFRESH)
    void each(FaultKind kind, @BaseUrl URI url, FakeBigId bigId, Journal journal) {
      assertThatThrownBy(() -> get(bigId.httpClient(), url)).isInstanceOf(IOException.class);
      assertThat(journal.exchanges()).isEmpty();
      assertThat(journal.handshakes().get(0).fault()).isEqualTo(kind.fault().label());
    }
  }

  @Test
  void they_strike_handshakes_and_can_be_swept() {
    Run.passes(1 + FaultSet.TLS.kinds().size(), StrikingTestCase.class);
  }

  @BigIdSandbox(https = true)
  static class IdleTestCase {
    @Test
    @InjectFault(fault = FaultKind.CERTIFICATE_EXPIRED)
    void never_connects() {}
  }

  @Test
  void one_that_never_struck_fails_the_test() {
    assertThat(Run.onlyFailure(IdleTestCase.class))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "Fault [expired certificate, on any call] never struck, so the test proves nothing. No"
                + " call came. Let the client make the call, choose other calls, or make it optional.");
  }

  @BigIdSandbox
  static class ClearTestCase {
    @Test
    @InjectFault(fault = FaultKind.HANDSHAKE_RESET)
    void never_runs() {}
  }

  @BigIdSandbox
  @InjectFault(fault = FaultKind.HANDSHAKE_RESET)
  static class ClearClassTestCase extends OneTest {}

  @BigIdSandbox(https = true)
  static class AimedTestCase {
    @Test
    @InjectFault(fault = FaultKind.HANDSHAKE_RESET, endpoint = Endpoint.REFRESH)
    void never_runs() {}
  }

  @BigIdSandbox
  static class SweptTestCase {
    @FaultSweep(faults = FaultKind.HANDSHAKE_STALL)
    void never_runs() {}
  }

  @Test
  void misuse_is_refused() {
    String needsTls =
        "Fault [connection reset during the TLS handshake] needs a sandbox with TLS. Set https = true in @BigIdSandbox, or https(true) in its SandboxConfig.";
    assertThat(Run.misuseOfTest(ClearTestCase.class))
        .isEqualTo(
            "@InjectFault on [TlsFaultAnnotationTests.ClearTestCase.never_runs]: " + needsTls);
    assertThat(Run.misuse(ClearClassTestCase.class))
        .isEqualTo("@InjectFault on [TlsFaultAnnotationTests.ClearClassTestCase]: " + needsTls);
    assertThat(Run.misuseOfTest(AimedTestCase.class))
        .isEqualTo(
            "@InjectFault on [TlsFaultAnnotationTests.AimedTestCase.never_runs]: Fault [connection reset during the TLS handshake] can't be limited to some calls: it applies before any is made. Use times, nth, every or between.");
    assertThat(Run.onlyFailure(SweptTestCase.class))
        .hasMessage(
            "@FaultSweep on [TlsFaultAnnotationTests.SweptTestCase.never_runs]: Fault [no answer to"
                + " the TLS handshake] needs a sandbox with TLS. Set https = true in"
                + " @BigIdSandbox, or https(true) in its SandboxConfig.");
  }
}
