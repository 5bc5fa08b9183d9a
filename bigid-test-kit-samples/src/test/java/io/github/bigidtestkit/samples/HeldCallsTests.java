package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.Hold;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.SandboxUser;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

// region hold
/** Answers that overtake each other. */
@BigIdSandbox(
    users = {
      @SandboxUser(username = "alice", password = "s3cret"),
      @SandboxUser(username = "bob", password = "hunter2")
    })
@ProtectedResource(path = "/ds-connections", json = DataSources.HR)
class HeldCallsTests {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Test
  void each_user_keeps_the_own_token_when_the_later_login_is_answered_first(
      FakeBigId bigId, @BaseUrl URI baseUrl) throws Exception {
    var alice = new BigIdClient(baseUrl, Credentials.login("alice", "s3cret"));
    var bob = new BigIdClient(baseUrl, Credentials.login("bob", "hunter2"));

    overtaken(bigId, () -> alice.get("/ds-connections"), () -> bob.get("/ds-connections"));

    assertThat(users(bigId.journal())).containsExactlyInAnyOrder("alice", "bob");
  }

  // endregion
  @Test
  void a_token_that_all_users_share_is_found(FakeBigId bigId, @BaseUrl URI baseUrl)
      throws Exception {
    var shared = new NaiveClient(baseUrl, "");

    overtaken(bigId, () -> shared.login("alice", "s3cret"), () -> shared.login("bob", "hunter2"));
    shared.list(); // for bob, who came last

    assertThat(users(bigId.journal())).containsExactly("alice");
  }

  // region held
  private static void overtaken(FakeBigId bigId, Runnable first, Runnable second)
      throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    try (Hold logins = bigId.faults().hold(Endpoint.SESSIONS)) {
      for (Runnable call : List.of(first, second)) {
        threads.add(new Thread(call));
        threads.get(threads.size() - 1).start();
        logins.awaitHeld(threads.size(), LIMIT);
      }
      logins.release(2);
      threads.get(1).join(LIMIT.toMillis());
      logins.release(1);
      threads.get(0).join(LIMIT.toMillis());
    }
  }

  private static Stream<String> users(Journal journal) {
    return journal.exchanges(Endpoint.RESOURCE).stream().map(Exchange::user);
  }
}
// endregion
