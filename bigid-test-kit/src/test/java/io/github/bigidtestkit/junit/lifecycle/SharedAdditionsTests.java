package io.github.bigidtestkit.junit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.Run;
import io.github.bigidtestkit.junit.SandboxUser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What methods and nested classes add to a sandbox that many classes share, or have instead. */
class SharedAdditionsTests {

  private static final List<String> USERS = new ArrayList<>();
  private static final Set<FakeBigId> SANDBOXES = new HashSet<>();

  private static void see(String where, FakeBigId bigId) {
    SANDBOXES.add(bigId);
    USERS.add(where + bigId.users().all().stream().map(User::username).toList());
  }

  @BeforeEach
  void forget_the_last_run() {
    USERS.clear();
    SANDBOXES.clear();
  }

  @Test
  void are_put_back_for_the_class_that_comes_next() {
    Run.passes(7, FirstTestCase.class, FirstAgainTestCase.class, PlainTestCase.class);
    assertThat(USERS)
        .containsExactly(
            "method[alice, bob]",
            "inner, before all[alice, carol]",
            "inner[alice, carol]",
            "deep[alice, carol, dave]",
            "method[alice, bob]",
            "inner, before all[alice, carol]",
            "inner[alice, carol]",
            "deep[alice, carol, dave]",
            "plain, before all[alice]",
            "plain[alice]");
    assertThat(SANDBOXES).hasSize(1);
  }

  @Test
  void a_nested_class_can_share_where_the_class_around_it_does_not() {
    Run.passes(3, InsideTestCase.class, PlainTestCase.class);
    assertThat(USERS)
        .containsExactly("outer[]", "shared[alice]", "plain, before all[alice]", "plain[alice]");
    assertThat(SANDBOXES).hasSize(2);
  }

  @Test
  void a_nested_class_can_have_a_sandbox_of_its_own_within_one_that_shares() {
    Run.passes(3, OutsideTestCase.class);
    assertThat(USERS).containsExactly("outer[alice]", "own[alice]", "of the method[alice]");
    assertThat(SANDBOXES).hasSize(3);
  }

  @Test
  void a_method_alone_can_share() {
    Run.passes(2, MethodTestCase.class, PlainTestCase.class);
    assertThat(USERS).containsExactly("method[alice]", "plain, before all[alice]", "plain[alice]");
    assertThat(SANDBOXES).hasSize(1);
  }

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "alice", password = "p"))
  static class FirstTestCase {
    @Test
    @BigIdSandbox(users = @SandboxUser(username = "bob", password = "p"))
    void sees(FakeBigId bigId) {
      see("method", bigId);
      bigId.users().remove("alice");
    }

    @Nested
    @BigIdSandbox(users = @SandboxUser(username = "carol", password = "p"))
    class Inner {
      @BeforeAll
      static void before_all(FakeBigId bigId) {
        see("inner, before all", bigId);
      }

      @Test
      void sees(FakeBigId bigId) {
        see("inner", bigId);
      }

      @Nested
      @BigIdSandbox(users = @SandboxUser(username = "dave", password = "p"))
      class Deep {
        @Test
        void sees(FakeBigId bigId) {
          see("deep", bigId);
          bigId.users().remove("alice");
        }
      }
    }
  }

  static class FirstAgainTestCase extends FirstTestCase {}

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "alice", password = "p"))
  static class PlainTestCase {
    @BeforeAll
    static void before_all(FakeBigId bigId) {
      see("plain, before all", bigId);
    }

    @Test
    void sees(FakeBigId bigId) {
      see("plain", bigId);
    }
  }

  @BigIdSandbox
  static class InsideTestCase {
    @Test
    void sees(FakeBigId bigId) {
      bigId.users().remove("bigid");
      see("outer", bigId);
    }

    @Nested
    @BigIdSandbox(
        lifecycle = Lifecycle.SHARED,
        users = @SandboxUser(username = "alice", password = "p"))
    class Inner {
      @Test
      void sees(FakeBigId bigId) {
        see("shared", bigId);
      }
    }
  }

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "alice", password = "p"))
  static class OutsideTestCase {
    @Test
    void sees(FakeBigId bigId) {
      see("outer", bigId);
    }

    @Nested
    @BigIdSandbox(lifecycle = Lifecycle.PER_CLASS)
    class Inner {
      @Test
      void sees(FakeBigId bigId) {
        see("own", bigId);
      }

      @Nested
      @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
      class Deep {
        @Test
        void sees(FakeBigId bigId) {
          see("of the method", bigId);
        }
      }
    }
  }

  static class MethodTestCase {
    @Test
    @BigIdSandbox(
        lifecycle = Lifecycle.SHARED,
        users = @SandboxUser(username = "alice", password = "p"))
    void sees(FakeBigId bigId) {
      see("method", bigId);
    }
  }
}
