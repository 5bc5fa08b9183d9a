package io.github.bigidtestkit.junit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Calls;
import io.github.bigidtestkit.junit.Run;
import io.github.bigidtestkit.junit.SandboxUser;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Nested classes: one sandbox, in which each class sees what it says. */
class NestedTests {

  private static final Map<String, List<String>> USERS = new TreeMap<>();
  private static final Set<FakeBigId> SANDBOXES = new HashSet<>();

  private static void see(String where, FakeBigId bigId) {
    SANDBOXES.add(bigId);
    USERS.put(where, bigId.users().all().stream().map(User::username).toList());
  }

  @BeforeEach
  void forget_the_last_run() {
    USERS.clear();
    SANDBOXES.clear();
  }

  @Test
  void a_nested_class_adds_to_what_is_around_it() {
    Run.passes(5, OuterTestCase.class);
    assertThat(SANDBOXES).hasSize(1).allSatisfy(Calls::assertClosed);
    assertThat(USERS)
        .containsEntry("outer", List.of("alice"))
        .containsEntry("plain", List.of("alice"))
        .containsEntry("annotated", List.of("alice", "bob"))
        .containsEntry("annotated, before all", List.of("alice", "bob"))
        .containsEntry("deep", List.of("alice", "bob", "carol"))
        .containsEntry("deep method", List.of("alice", "bob", "carol", "dave"))
        .hasSize(6);
  }

  @Test
  void a_nested_class_of_a_base_class_is_in_the_sandbox_of_the_subclass() {
    Run.passes(2, OneSubTestCase.class, OtherSubTestCase.class);
    assertThat(USERS)
        .containsEntry("OneSubTestCase", List.of("one", "nested"))
        .containsEntry("OtherSubTestCase", List.of("other", "nested"));
    assertThat(SANDBOXES).hasSize(2);
  }

  @Test
  void a_test_that_inner_and_outer_class_inherit_sees_what_its_class_says() {
    Run.passes(2, SameTestTestCase.class);
    assertThat(USERS)
        .containsEntry("SameTestTestCase", List.of("alice", "extra"))
        .containsEntry("Inner", List.of("alice", "bob", "extra"));
  }

  @BigIdSandbox(users = @SandboxUser(username = "alice", password = "p"))
  static class OuterTestCase {
    @Test
    void sees(FakeBigId bigId) {
      see("outer", bigId);
    }

    @Nested
    class Plain {
      @Test
      void sees(FakeBigId bigId) {
        see("plain", bigId);
      }
    }

    @Nested
    @BigIdSandbox(users = @SandboxUser(username = "bob", password = "p"))
    class Annotated {
      @BeforeAll
      static void before_all(FakeBigId bigId) {
        see("annotated, before all", bigId);
      }

      @Test
      void sees(FakeBigId bigId) {
        see("annotated", bigId);
      }

      @Nested
      @BigIdSandbox(users = @SandboxUser(username = "carol", password = "p"))
      class Deep {
        @Test
        void sees(FakeBigId bigId) {
          see("deep", bigId);
        }

        @Test
        @BigIdSandbox(users = @SandboxUser(username = "dave", password = "p"))
        void sees_more(FakeBigId bigId) {
          see("deep method", bigId);
        }
      }
    }
  }

  abstract static class BaseOfNested {
    @Nested
    @BigIdSandbox(users = @SandboxUser(username = "nested", password = "p"))
    class Inside {
      @Test
      void sees(FakeBigId bigId) {
        see(BaseOfNested.this.getClass().getSimpleName(), bigId);
      }
    }
  }

  @BigIdSandbox(users = @SandboxUser(username = "one", password = "p"))
  static class OneSubTestCase extends BaseOfNested {}

  @BigIdSandbox(users = @SandboxUser(username = "other", password = "p"))
  static class OtherSubTestCase extends BaseOfNested {}

  abstract static class BaseOfTest {
    @Test
    @BigIdSandbox(users = @SandboxUser(username = "extra", password = "p"))
    void sees(FakeBigId bigId, TestInfo info) {
      see(info.getTestClass().orElseThrow().getSimpleName(), bigId);
    }
  }

  @BigIdSandbox(users = @SandboxUser(username = "alice", password = "p"))
  static class SameTestTestCase extends BaseOfTest {
    @Nested
    @BigIdSandbox(users = @SandboxUser(username = "bob", password = "p"))
    class Inner extends BaseOfTest {}
  }

  @BigIdSandbox(journalCapacity = 5, reset = false)
  abstract static class CommonBase {
    @Test
    void keeps_five_exchanges(FakeBigId bigId) {
      assertThat(bigId.journal().capacity()).isEqualTo(5);
    }
  }

  static class SameBaseTestCase extends CommonBase {
    @Nested
    class Inner extends CommonBase {}
  }

  @Test
  void a_nested_class_may_have_the_same_annotated_base_as_its_outer_class() {
    Run.passes(2, SameBaseTestCase.class);
  }
}
