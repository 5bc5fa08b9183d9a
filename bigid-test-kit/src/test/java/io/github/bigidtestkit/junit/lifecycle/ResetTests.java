package io.github.bigidtestkit.junit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Calls;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.Run;
import io.github.bigidtestkit.junit.SandboxUser;
import io.github.bigidtestkit.junit.SystemToken;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What one test changes is not seen by the next, unless that is wanted. */
class ResetTests {

  private static final Set<URI> URLS = new HashSet<>();

  private static String early = "";

  /** Changes all that there is, after it has seen that nothing was changed. */
  abstract static class Changing {
    @BeforeAll
    static void before_all(FakeBigId bigId, @SystemToken String token) {
      early = token;
      bigId.users().remove("bob");
      bigId.resources().protect("GET", "/before-all", "[0]");
      bigId.clock().set(Instant.EPOCH);
      bigId.revokeAllTokens();
      assertThat(Calls.login(bigId, "alice", "p")).isEqualTo(200);
    }

    @RepeatedTest(3)
    void changes_everything(
        RepetitionInfo repetition,
        FakeBigId bigId,
        SandboxClock clock,
        Journal journal,
        @BaseUrl URI url) {
      check(repetition, bigId, url);
      URLS.add(url);
      bigId.users().remove("bob");
      bigId.users().change("alice", alice -> alice.withPassword("changed"));
      bigId.resources().protect("GET", "/things", "[2]");
      bigId.resources().protect("GET", "/added", "[3]");
      bigId.revokeAllTokens();
      clock.advance(Duration.ofDays(2));
      clock.freeze();
      assertThat(journal.exchanges()).isNotEmpty();
    }

    abstract void check(RepetitionInfo repetition, FakeBigId bigId, URI url);
  }

  @BigIdSandbox(
      users = {
        @SandboxUser(username = "alice", password = "p"),
        @SandboxUser(username = "bob", password = "p")
      },
      resources = @ProtectedResource(path = "/things", json = "[1]"))
  static class ResettingTestCase extends Changing {
    @Override
    void check(RepetitionInfo repetition, FakeBigId bigId, URI url) {
      assertThat(bigId.journal().exchanges()).isEmpty();
      assertThat(bigId.clock().isFrozen()).isFalse();
      assertThat(Duration.between(Instant.now(), bigId.clock().instant()).abs())
          .isLessThan(Duration.ofHours(1));
      assertThat(Calls.body(url, "/things", early)).isEqualTo("[1]");
      assertThat(Calls.get(url, "/added", early)).isEqualTo(404);
      assertThat(Calls.get(url, "/before-all", early)).isEqualTo(404);
      assertThat(Calls.login(bigId, "alice", "p")).isEqualTo(200);
      assertThat(Calls.login(bigId, "bob", "p")).isEqualTo(200);
    }
  }

  @BigIdSandbox(
      users = {
        @SandboxUser(username = "alice", password = "p"),
        @SandboxUser(username = "bob", password = "p")
      },
      reset = false)
  static class KeepingTestCase extends Changing {
    @Override
    void check(RepetitionInfo repetition, FakeBigId bigId, URI url) {
      boolean first = repetition.getCurrentRepetition() == 1;
      assertThat(bigId.journal().exchanges()).isNotEmpty();
      assertThat(bigId.clock().isFrozen()).isEqualTo(!first);
      assertThat(bigId.clock().instant()).isBefore(Instant.EPOCH.plus(Duration.ofDays(5)));
      assertThat(bigId.tokens().verify(early).accepted()).isFalse();
      String fresh = bigId.tokens().systemToken("alice");
      assertThat(Calls.body(url, "/before-all", fresh)).isEqualTo("[0]");
      assertThat(Calls.get(url, "/added", fresh)).isEqualTo(first ? 404 : 200);
      assertThat(bigId.users().get("alice").password()).isEqualTo(first ? "p" : "changed");
      bigId.users().add(io.github.bigidtestkit.User.of("bob", "again"));
    }
  }

  @BigIdSandbox
  static class LastStateTestCase {
    @Test
    void calls(@BaseUrl URI url, @UserToken String token) {
      assertThat(Calls.refresh(url, token)).isEqualTo(200);
    }

    @AfterAll
    static void after_all_sees_what_the_last_test_left(Journal journal) {
      assertThat(journal.exchanges()).hasSize(1);
    }
  }

  @Test
  void everything_is_put_back_before_each_test() {
    URLS.clear();
    Run.passes(3, ResettingTestCase.class);
    assertThat(URLS).hasSize(1);
  }

  @Test
  void nothing_is_put_back_where_that_is_said() {
    Run.passes(3, KeepingTestCase.class);
  }

  @Test
  void after_all_sees_what_the_last_test_left() {
    Run.passes(1, LastStateTestCase.class);
  }
}
