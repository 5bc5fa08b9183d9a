package io.github.bigidtestkit.samples;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Gets access tokens for credentials. */
final class Authentication {

  private final Transport transport;
  private final Credentials credentials;
  private final Clock clock;
  private final Duration margin;

  Authentication(Transport transport, Credentials credentials, Clock clock, Duration margin) {
    this.transport = transport;
    this.credentials = credentials;
    this.clock = clock;
    this.margin = margin;
  }

  CompletableFuture<AccessToken> authenticate() {
    if (credentials instanceof Credentials.Login login) {
      return read(transport.post("/sessions", json(login)), "auth_token");
    }
    Credentials.UserToken user = (Credentials.UserToken) credentials;
    return read(transport.exchange("/refresh-access-token", user.token()), "systemToken");
  }

  private CompletableFuture<AccessToken> read(CompletableFuture<Answer> answer, String field) {
    return answer.thenApply(it -> AccessToken.read(it.requireText(field), clock.instant(), margin));
  }

  private static String json(Credentials.Login login) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("username", login.username())
        .put("password", login.password())
        .toString();
  }
}
