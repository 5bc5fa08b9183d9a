package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.token.TokenDefect;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A client's day with a frozen clock: calls that go well, are refused, and meet faults. */
final class Story implements AutoCloseable {

  static final Instant START = Instant.parse("2030-01-01T10:00:00Z");

  final FakeBigId bigId = FakeBigId.start();

  /** Every password and token that was used. */
  final List<String> secrets = new ArrayList<>(List.of("learner", "not-the-password"));

  Story() {
    bigId.clock().freeze();
    bigId.clock().set(START);
    bigId.resources().protect("GET", "/ds-connections", "permission.tasks.read_task_list", "{}");
  }

  Story play() {
    String userToken = secret(bigId.tokens().userToken("bigid"));
    String session = secret(Http.field(Http.login(bigId, "bigid", "learner"), "auth_token"));
    Http.get(bigId, "/ds-connections?limit=1", session);
    String system = refreshed(userToken);
    Http.call(bigId, "GET", "/ds-connections", "Authorization", system);
    bigId.clock().advance(Duration.ofMinutes(76));
    Http.get(bigId, "/ds-connections", system);
    struck(Fault.status(503), userToken);
    struck(FaultKind.CONNECTION_RESET.fault(), userToken);
    system = refreshed(userToken);
    Http.get(bigId, "/ds-connections", system);
    bigId.clock().set(START);
    Http.refresh(bigId, secret(bigId.tokens().userToken("bigid", TokenDefect.TWO_PARTS)));
    Http.login(bigId, "bigid", "not-the-password");
    return this;
  }

  private String refreshed(String userToken) {
    return secret(Http.field(Http.refresh(bigId, userToken), "systemToken"));
  }

  private String secret(String secret) {
    secrets.add(secret);
    return secret;
  }

  /** A call of the refresh endpoint that is struck, whatever the client sees of it. */
  private void struck(Fault fault, String userToken) {
    bigId.faults().inject(fault).on(Endpoint.REFRESH).times(1).start();
    try {
      Http.refresh(bigId, userToken);
    } catch (UncheckedIOException noAnswer) {
      bigId.journal().await(e -> e.status() == 0, Duration.ofSeconds(20));
    }
  }

  String page() {
    return bigId.journal().html("A day with BigID");
  }

  @Override
  public void close() {
    bigId.close();
  }
}
