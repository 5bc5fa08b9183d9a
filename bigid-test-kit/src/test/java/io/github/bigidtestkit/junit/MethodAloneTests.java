package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Annotated methods in a class that is not annotated. */
class MethodAloneTests {

  private static final List<FakeBigId> STARTED = new ArrayList<>();

  @BeforeEach
  void forget_the_last_run() {
    STARTED.clear();
  }

  @Test
  void each_method_has_a_sandbox_of_its_own_that_is_closed_after_it() {
    Run.passes(3, AloneTestCase.class);
    assertThat(STARTED).hasSize(2).doesNotHaveDuplicates().allSatisfy(Calls::assertClosed);
  }

  @Test
  void what_is_around_the_test_is_injected_too() {
    Run.passes(2, AroundTestCase.class);
    assertThat(STARTED).hasSize(2).doesNotHaveDuplicates().allSatisfy(Calls::assertClosed);
  }

  static class AloneTestCase {
    @Test
    @BigIdSandbox(users = @SandboxUser(username = "alice", password = "p"))
    void one(FakeBigId bigId) {
      STARTED.add(bigId);
      assertThat(Calls.login(bigId, "alice", "p")).isEqualTo(200);
    }

    @Test
    @SandboxOfAlice
    void other(FakeBigId bigId, @BaseUrl URI url, @SystemToken String token) {
      STARTED.add(bigId);
      assertThat(Calls.body(url, "/things", token)).isEqualTo("[1]");
    }

    @Test
    void without() {
      assertThat(STARTED).allMatch(bigId -> !bigId.isRunning());
    }
  }

  static class AroundTestCase {
    private URI url = URI.create("http://unset");

    @BeforeEach
    void before(@BaseUrl URI given) {
      url = given;
    }

    @Test
    @BigIdSandbox
    void one(FakeBigId bigId) {
      STARTED.add(bigId);
      assertThat(bigId.baseUrl()).isEqualTo(url);
    }

    @Test
    @BigIdSandbox
    void other(FakeBigId bigId) {
      STARTED.add(bigId);
      assertThat(bigId.baseUrl()).isEqualTo(url);
    }

    @AfterEach
    void after(@BaseUrl URI given) {
      assertThat(given).isEqualTo(url);
    }
  }
}
