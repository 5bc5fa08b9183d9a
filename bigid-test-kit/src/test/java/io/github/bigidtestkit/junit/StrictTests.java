package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.FaultKind;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A strict sandbox fails tests for unexpected calls and for resources that nobody asked for. */
class StrictTests {

  @BigIdSandbox(strict = true)
  @ProtectedResource(path = "/a")
  @ProtectedResource(path = "/maybe", optional = true)
  static class GoodTestCase {
    @BeforeEach
    void call(@BaseUrl URI url, @SystemToken String token) {
      assertThat(Calls.get(url, "/a", token)).isEqualTo(200);
    }

    @Test
    void passes() {}
  }

  @BigIdSandbox(strict = true)
  @ProtectedResource(path = "/a")
  static class RefusedTokenTestCase {
    @Test
    void counts_as_asked(@BaseUrl URI url) {
      assertThat(Calls.get(url, "/a", "nonsense")).isEqualTo(401);
    }

    @Test
    @InjectFault(endpoint = Endpoint.RESOURCE, fault = FaultKind.SERVICE_UNAVAILABLE)
    void counts_as_asked_too(@BaseUrl URI url, @SystemToken String token) {
      assertThat(Calls.get(url, "/a", token)).isEqualTo(503);
    }
  }

  @BigIdSandbox(strict = true)
  @ProtectedResource(path = "/a")
  @ProtectedResource(path = "/b", query = "x=1")
  static class UnaskedTestCase {
    @Test
    void asks_for_one_only(@BaseUrl URI url, @SystemToken String token) {
      Calls.get(url, "/a", token);
    }
  }

  @BigIdSandbox(strict = true)
  @ProtectedResource(path = "/data-catalog")
  static class UnexpectedTestCase {
    @Test
    void calls_another_path(@BaseUrl URI url, @SystemToken String token) {
      assertThat(Calls.get(url, "/data-catalog", token)).isEqualTo(200);
      assertThat(Calls.get(url, "/data-catalogs", token)).isEqualTo(404);
    }
  }

  @BigIdSandbox(strict = true)
  static class NestedOffTestCase {
    @Test
    void sees_no_resources(FakeBigId bigId) {
      assertThat(bigId.config().strict()).isTrue();
      bigId.resources().protect("GET", "/x");
      bigId.resources().remove("GET", "/x");
    }
  }

  @BigIdSandbox(strict = true, reset = false)
  static class NoResetTestCase extends OneTest {}

  @Test
  void what_was_expected_passes() {
    Run.passes(1, GoodTestCase.class);
    Run.passes(1, NestedOffTestCase.class);
  }

  @Test
  void a_call_counts_however_it_was_answered() {
    Run.passes(2, RefusedTokenTestCase.class);
  }

  @Test
  void a_resource_that_nobody_asked_for_fails_the_test_with_the_calls_that_came() {
    assertThat(Run.onlyFailure(UnaskedTestCase.class).getMessage())
        .startsWith(
            "The sandbox is strict. Expected calls of all resources, but none came of [GET /b?x=1]. Let the client make them, remove the resources, or make them optional.\n\n")
        .contains("GET  /api/v1/a  200");
  }

  @Test
  void an_unexpected_call_fails_the_test_and_names_what_is_near() {
    assertThat(Run.onlyFailure(UnexpectedTestCase.class).getMessage())
        .startsWith(
            "The sandbox is strict. Expected no request that the sandbox does not know, but #2 was refused as NOT_REGISTERED.\n\n")
        .contains(
            "404 refused: No resource is registered here. Registered are: GET /data-catalog. The nearest is [GET /data-catalog], but the path is [/data-catalogs]");
  }

  @Test
  void strict_needs_a_reset() {
    assertThat(Run.onlyFailure(NoResetTestCase.class))
        .hasMessage(
            "@BigIdSandbox on [StrictTests.NoResetTestCase]: strict [true] needs a sandbox that is reset before each test, but [reset = false]. Remove one of the two.");
  }
}
