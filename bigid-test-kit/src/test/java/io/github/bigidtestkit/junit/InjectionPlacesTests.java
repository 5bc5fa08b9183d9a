package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.versions.SinceJUnit;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where parameters are injected, for each way in which test objects and sandboxes live. */
class InjectionPlacesTests {

  private static final String[] OF_A_TEST = {
    "before each", "test", "parameterized", "repeated", "factory", "after each"
  };

  @BeforeEach
  void forget_the_last_run() {
    EverywhereTestCase.PLACES.clear();
  }

  @Test
  void a_shared_sandbox_is_injected_everywhere() {
    Run.passes(EverywhereTestCase.TESTS, SharedTestCase.class);
    assertThat(EverywhereTestCase.PLACES)
        .contains(OF_A_TEST)
        .contains("before all", "constructor", "after all")
        .hasSize(OF_A_TEST.length + 3);
  }

  @Test
  void a_shared_sandbox_is_injected_everywhere_for_a_shared_test_object() {
    Run.passes(EverywhereTestCase.TESTS, SharedObjectTestCase.class);
    assertThat(EverywhereTestCase.PLACES)
        .contains(OF_A_TEST)
        .contains("before all", "constructor", "after all")
        .hasSize(OF_A_TEST.length + 3);
  }

  @Test
  @SinceJUnit("5.12")
  void a_sandbox_of_its_own_is_injected_from_the_constructor_on() {
    Run.passes(EverywhereTestCase.TESTS, OwnTestCase.class);
    assertThat(EverywhereTestCase.PLACES)
        .contains(OF_A_TEST)
        .contains("constructor")
        .hasSize(OF_A_TEST.length + 1);
  }

  @Test
  void a_sandbox_of_its_own_is_injected_for_a_shared_test_object() {
    Run.passes(EverywhereTestCase.TESTS, OwnOfSharedObjectTestCase.class);
    assertThat(EverywhereTestCase.PLACES).containsExactlyInAnyOrder(OF_A_TEST);
  }

  static class SharedTestCase extends EverywhereTestCase {
    SharedTestCase(FakeBigId bigId, @BaseUrl URI url, @SystemToken String token) {
      works("constructor", bigId, url, token);
    }

    @BeforeAll
    static void before_all(FakeBigId bigId, @BaseUrl URI url, @SystemToken String token) {
      works("before all", bigId, url, token);
    }

    @AfterAll
    static void after_all(FakeBigId bigId, @BaseUrl URI url, @SystemToken String token) {
      works("after all", bigId, url, token);
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class SharedObjectTestCase extends EverywhereTestCase {
    SharedObjectTestCase(FakeBigId bigId, @BaseUrl URI url, @SystemToken String token) {
      works("constructor", bigId, url, token);
    }

    @BeforeAll
    void before_all(FakeBigId bigId, @BaseUrl URI url, @SystemToken String token) {
      works("before all", bigId, url, token);
    }

    @AfterAll
    void after_all(FakeBigId bigId, @BaseUrl URI url, @SystemToken String token) {
      works("after all", bigId, url, token);
    }
  }

  @BigIdSandbox(
      users = @SandboxUser(username = "alice", password = "s3cret", permissions = "READ"),
      lifecycle = Lifecycle.PER_METHOD)
  @ProtectedResource(path = "/things", permission = "READ")
  static class OwnTestCase extends EverywhereTestCase {
    private final FakeBigId seen;

    OwnTestCase(FakeBigId bigId, @BaseUrl URI url, @SystemToken String token) {
      works("constructor", bigId, url, token);
      seen = bigId;
    }

    @BeforeEach
    void same_as_in_the_constructor(FakeBigId bigId) {
      assertThat(bigId).isSameAs(seen);
    }
  }

  @BigIdSandbox(
      users = @SandboxUser(username = "alice", password = "s3cret", permissions = "READ"),
      lifecycle = Lifecycle.PER_METHOD)
  @ProtectedResource(path = "/things", permission = "READ")
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OwnOfSharedObjectTestCase extends EverywhereTestCase {}
}
