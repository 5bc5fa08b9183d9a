package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults that annotations declare strike during the test, and have to. */
class InjectFaultTests {

  @BigIdSandbox
  @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.SERVER_ERROR, optional = true)
  static class StrikingTestCase {
    @BeforeEach
    void before(@BaseUrl URI url, @UserToken String token) {
      assertThat(Calls.refresh(url, token)).isEqualTo(200);
    }

    @Test
    void of_the_class(@BaseUrl URI url, @UserToken String token) {
      assertThat(Calls.refresh(url, token)).isEqualTo(500);
      assertThat(Calls.refresh(url, token)).isEqualTo(500);
    }

    @Test
    @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.SERVICE_UNAVAILABLE, times = 1)
    @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.GATEWAY_TIMEOUT, nth = 2)
    void of_the_method_before_those_of_the_class(@BaseUrl URI url, @UserToken String token) {
      assertThat(Calls.refresh(url, token)).isEqualTo(503);
      assertThat(Calls.refresh(url, token)).isEqualTo(504);
      assertThat(Calls.refresh(url, token)).isEqualTo(500);
    }

    @Nested
    @InjectFault(fault = FaultKind.FORBIDDEN, user = "bigid", every = 2)
    class Inner {
      @Test
      void of_both_classes(@BaseUrl URI url, @UserToken String token) {
        assertThat(Calls.refresh(url, token)).isEqualTo(500);
        assertThat(Calls.refresh(url, token)).isEqualTo(403);
      }
    }

    @AfterEach
    void after(@BaseUrl URI url, @UserToken String token) {
      assertThat(Calls.refresh(url, token)).isEqualTo(200);
    }
  }

  @Test
  void they_strike_while_the_test_method_runs() {
    Run.passes(3, StrikingTestCase.class);
  }

  static class RegisteredTestCase {
    @RegisterExtension
    static final BigIdSandboxExtension EXTENSION =
        new BigIdSandboxExtension(SandboxConfig.defaults());

    @Test
    @InjectFault(fault = FaultKind.SERVER_ERROR)
    void strikes(FakeBigId bigId) {
      assertThat(Calls.login(bigId, "bigid", "learner")).isEqualTo(500);
    }
  }

  @Test
  void they_go_with_a_registered_extension() {
    Run.passes(1, RegisteredTestCase.class);
  }

  @BigIdSandbox
  static class IdleTestCase {
    @Test
    @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.SERVER_ERROR, times = 1)
    void never_refreshes(FakeBigId bigId) {
      Calls.login(bigId, "bigid", "learner");
    }
  }

  @Test
  void one_that_never_struck_fails_the_test() {
    Throwable failure = Run.onlyFailure(IdleTestCase.class);
    assertThat(failure)
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "Fault [status 500, 1 time(s), on REFRESH] never struck, so the test proves nothing. These calls came: POST /api/v1/sessions by bigid (its endpoint is SESSIONS). Let the client make the call, choose other calls, or make it optional.");
    assertThat(failure.getSuppressed()).hasSize(1).hasExactlyElementsOfTypes(SandboxTimeline.class);
  }

  @BigIdSandbox(reset = false)
  static class KeepingTestCase {
    @BeforeAll
    static void breaks_refreshes(FakeBigId bigId) {
      bigId.faults().inject(Fault.status(503)).on(Endpoint.REFRESH).start();
    }

    @RepeatedTest(2)
    @InjectFault(endpoint = Endpoint.SESSIONS, fault = FaultKind.SERVER_ERROR)
    void meets_both(FakeBigId bigId, @BaseUrl URI url, @UserToken String token) {
      assertThat(Calls.refresh(url, token)).isEqualTo(503);
      assertThat(Calls.login(bigId, "bigid", "learner")).isEqualTo(500);
    }

    @AfterEach
    void only_the_declared_one_has_ended(
        FakeBigId bigId, @BaseUrl URI url, @UserToken String token) {
      assertThat(Calls.refresh(url, token)).isEqualTo(503);
      assertThat(Calls.login(bigId, "bigid", "learner")).isEqualTo(200);
    }
  }

  @Test
  void where_nothing_is_put_back_only_the_declared_ones_end_with_the_test() {
    Run.passes(2, KeepingTestCase.class);
  }

  @BigIdSandbox
  static class ForgottenTestCase {
    @Test
    void starts_a_fault_that_never_strikes(FakeBigId bigId) {
      bigId.faults().inject(Fault.status(503)).on(Endpoint.REFRESH).start();
    }
  }

  @Test
  void one_that_the_test_started_and_forgot_fails_it_too() {
    assertThat(Run.onlyFailure(ForgottenTestCase.class))
        .hasMessageStartingWith("Fault [status 503, on REFRESH] never struck")
        .hasMessageContaining("No call came.");
  }

  @BigIdSandbox
  static class FailingAnywayTestCase {
    @Test
    @InjectFault(fault = FaultKind.SERVER_ERROR)
    void fails() {
      throw new IllegalStateException("of its own");
    }
  }

  @Test
  void a_test_that_failed_already_keeps_its_failure() {
    Throwable failure = Run.onlyFailure(FailingAnywayTestCase.class);
    assertThat(failure).hasMessage("of its own");
    assertThat(failure.getSuppressed())
        .anySatisfy(idle -> assertThat(idle).hasMessageContaining("never struck"));
  }

  @BigIdSandbox
  static class ContradictingTestCase {
    @Test
    @InjectFault(fault = FaultKind.SERVER_ERROR, nth = 2, every = 3)
    void never_runs() {}

    @Test
    void runs_all_the_same() {}
  }

  @BigIdSandbox
  @InjectFault(fault = FaultKind.SERVER_ERROR, times = -1)
  static class NegativeTestCase {
    @Test
    void never_runs() {}
  }

  @BigIdSandbox
  static class VainTestCase {
    @Test
    @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.ACCOUNT_LOCKED)
    void never_runs() {}
  }

  @InjectFault(fault = FaultKind.SERVER_ERROR)
  static class HomelessTestCase {
    @Test
    void never_runs() {}
  }

  @Test
  void misuse_is_refused_where_it_is() {
    assertThat(Run.misuseOfTest(ContradictingTestCase.class))
        .isEqualTo(
            "@InjectFault on [InjectFaultTests.ContradictingTestCase.never_runs]: nth [2] and every [3] contradict each other. Remove one.");
    assertThat(Run.misuse(NegativeTestCase.class))
        .isEqualTo(
            "@InjectFault on [InjectFaultTests.NegativeTestCase]: times [-1], nth [0] and every [0] can't be negative. Calls are counted from 1; leave out what is not needed.");
    assertThat(Run.misuseOfTest(VainTestCase.class))
        .isEqualTo(
            "@InjectFault on [InjectFaultTests.VainTestCase.never_runs]: Fault [account locked] does nothing to calls of REFRESH. Choose another endpoint.");
    assertThat(Run.misuse(HomelessTestCase.class))
        .isEqualTo(
            "@BigIdSandbox is missing on [InjectFaultTests.HomelessTestCase], whose tests ask for a sandbox. Put it on the class or on the test method.");
  }
}
