package io.github.bigidtestkit.junit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.FaultSet;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.BigIdSandboxExtension;
import io.github.bigidtestkit.junit.Calls;
import io.github.bigidtestkit.junit.FaultSweep;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.Run;
import io.github.bigidtestkit.junit.SandboxUser;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One sandbox for all classes of a run that say the same. */
class SharedTests {

  private static final SandboxConfig CONFIG = SandboxConfig.builder().user("shared", "p").build();

  private static final List<FakeBigId> SEEN = new ArrayList<>();

  @BeforeEach
  void forget_the_last_run() {
    SEEN.clear();
  }

  private static void assertOneSandboxSeen(int times) {
    assertThat(SEEN).hasSize(times).containsOnly(SEEN.get(0));
    assertThat(SEEN.stream().map(FakeBigId::baseUrl).distinct()).hasSize(1);
  }

  @Test
  void classes_that_say_the_same_share_a_sandbox() {
    Run.passes(4, OneTestCase.class, OtherTestCase.class);
    assertOneSandboxSeen(6);
  }

  @Test
  void an_annotation_and_a_registered_extension_can_say_the_same() {
    Run.passes(5, OneTestCase.class, StaticFieldTestCase.class, FieldTestCase.class);
    assertOneSandboxSeen(6);
  }

  @Test
  void a_test_object_for_all_tests_is_made_in_a_sandbox_that_was_put_back() {
    Run.passes(4, OneTestCase.class, OneObjectTestCase.class);
    assertOneSandboxSeen(7);
  }

  @Test
  void a_sweep_of_faults_is_in_the_shared_sandbox() {
    int faults = FaultSet.GATEWAY.kinds().size();
    Run.passes(2 + faults, OneTestCase.class, SweepTestCase.class);
    assertOneSandboxSeen(3 + faults);
  }

  @Test
  void classes_that_say_something_else_do_not_share() {
    Run.passes(4, OneTestCase.class, LifetimeTestCase.class, NeverPutBackTestCase.class);
    assertThat(SEEN.stream().map(FakeBigId::baseUrl).distinct()).hasSize(3);
  }

  @Test
  void one_that_is_never_put_back_keeps_what_the_class_before_did() {
    Run.passes(2, KeepingTestCase.class, KeepingTooTestCase.class);
    assertOneSandboxSeen(2);
    assertThat(SEEN.get(0).clock().isFrozen()).isTrue();
  }

  private static void see(FakeBigId bigId) {
    SEEN.add(bigId);
    assertThat(bigId.users().find("shared")).isPresent();
    assertThat(bigId.clock().isFrozen()).isFalse();
    assertThat(bigId.journal().exchanges()).isEmpty();
    assertThat(bigId.faults().active()).hasSizeLessThan(2);
  }

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "shared", password = "p"))
  static class OneTestCase {
    @BeforeAll
    static void before_all(FakeBigId bigId) {
      see(bigId);
    }

    @RepeatedTest(2)
    void changes_everything(FakeBigId bigId, @BaseUrl URI url, @UserToken String token) {
      see(bigId);
      assertThat(Calls.refresh(url, token)).isEqualTo(200);
      bigId.users().remove("shared");
      bigId.clock().advance(Duration.ofDays(2));
      bigId.clock().freeze();
    }
  }

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "shared", password = "p"))
  static class OtherTestCase extends OneTestCase {}

  static class StaticFieldTestCase {
    @RegisterExtension
    static final BigIdSandboxExtension sandbox =
        new BigIdSandboxExtension(CONFIG, Lifecycle.SHARED);

    @Test
    void sees(FakeBigId bigId) {
      see(bigId);
    }
  }

  static class FieldTestCase {
    @RegisterExtension
    final BigIdSandboxExtension sandbox = new BigIdSandboxExtension(CONFIG, Lifecycle.SHARED);

    @RepeatedTest(2)
    void sees(FakeBigId bigId) {
      see(bigId);
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneObjectTestCase extends OneTestCase {
    OneObjectTestCase(FakeBigId bigId) {
      see(bigId);
    }
  }

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "shared", password = "p"))
  static class SweepTestCase {
    @FaultSweep(value = FaultSet.GATEWAY, endpoint = Endpoint.REFRESH)
    void struck(FakeBigId bigId, @BaseUrl URI url, @UserToken String token) {
      see(bigId);
      Calls.refresh(url, token);
      assertThat(bigId.journal().exchanges(Endpoint.REFRESH)).hasSize(1);
    }
  }

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "shared", password = "p"),
      systemTokenTtl = "PT1M")
  static class LifetimeTestCase {
    @Test
    void sees(FakeBigId bigId) {
      see(bigId);
    }
  }

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "shared", password = "p"),
      reset = false)
  static class NeverPutBackTestCase {
    @Test
    void sees(FakeBigId bigId) {
      see(bigId);
    }
  }

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "kept", password = "p"),
      reset = false)
  static class KeepingTestCase {
    @Test
    void freezes_the_clock(FakeBigId bigId) {
      SEEN.add(bigId);
      bigId.clock().freeze();
    }
  }

  static class KeepingTooTestCase extends KeepingTestCase {
    @Override
    void freezes_the_clock(FakeBigId bigId) {}

    @Test
    void sees_that_it_is_frozen(FakeBigId bigId) {
      SEEN.add(bigId);
      assertThat(bigId.clock().isFrozen()).isTrue();
    }
  }
}
