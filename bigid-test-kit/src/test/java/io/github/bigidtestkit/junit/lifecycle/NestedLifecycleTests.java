package io.github.bigidtestkit.junit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Calls;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.Run;
import io.github.bigidtestkit.junit.SandboxUser;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Nested classes that do not share the sandbox around them, or have none around them. */
class NestedLifecycleTests {

  private static final Set<FakeBigId> SANDBOXES = new HashSet<>();

  @BeforeEach
  void forget_the_last_run() {
    SANDBOXES.clear();
  }

  @Test
  void a_nested_class_can_ask_for_sandboxes_of_its_own() {
    Run.passes(3, OwnInsideTestCase.class);
    assertThat(SANDBOXES).hasSize(3).allSatisfy(Calls::assertClosed);
  }

  @Test
  void a_nested_class_alone_can_be_annotated() {
    Run.passes(2, OnlyInnerTestCase.class);
    assertThat(SANDBOXES).hasSize(1).allSatisfy(Calls::assertClosed);
  }

  @BigIdSandbox
  static class OwnInsideTestCase {
    @Test
    void sees(FakeBigId bigId) {
      SANDBOXES.add(bigId);
    }

    @Nested
    @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
    class Own {
      @RepeatedTest(2)
      void sees(FakeBigId bigId) {
        SANDBOXES.add(bigId);
      }
    }
  }

  static class OnlyInnerTestCase {
    @Test
    void runs_without_a_sandbox() {}

    @Nested
    @BigIdSandbox(users = @SandboxUser(username = "alice", password = "p"))
    class Inner {
      @Test
      void sees(FakeBigId bigId) {
        SANDBOXES.add(bigId);
        assertThat(bigId.users().find("alice")).isPresent();
      }
    }
  }
}
