package io.github.bigidtestkit.server;

import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.IssuedToken;
import io.github.bigidtestkit.token.TokenAuthority;
import io.github.bigidtestkit.token.TokenKind;
import java.util.List;

/** {@code POST /sessions}: username and password for a session token (contract). */
final class SessionsEndpoint {

  /** Observed; the contract leaves the text open. */
  private static final String WELCOME = "Enjoy your token!";

  private final Users users;
  private final TokenAuthority authority;

  SessionsEndpoint(Users users, TokenAuthority authority) {
    this.users = users;
    this.authority = authority;
  }

  Outcome answer(Request request) {
    if (!request.method().equals("POST")) {
      throw Refusal.ofMethod(request.method(), List.of("POST"));
    }
    User user = authenticate(Login.from(request));
    IssuedToken token = authority.issue(TokenKind.SESSION, user.subject());
    return Outcome.loggedIn(Response.json(body(user, token)), token.claims());
  }

  private User authenticate(Login login) {
    String name = login.username();
    User user =
        users
            .find(name)
            .orElseThrow(() -> refuse(name, Reason.UNKNOWN_USER, "there is no user [%s]"));
    if (!user.password().equals(login.password())) {
      throw refuse(name, Reason.WRONG_PASSWORD, "the password of user [%s] is wrong");
    }
    if (!user.enabled()) {
      throw refuse(name, Reason.DISABLED_USER, "user [%s] is disabled");
    }
    if (user.locked()) {
      throw refuse(name, Reason.LOCKED_USER, "user [%s] is locked");
    }
    return user;
  }

  private static Refusal refuse(String name, Reason reason, String pattern) {
    return Refusal.of(reason, pattern.formatted(name)).to(name);
  }

  private static byte[] body(User user, IssuedToken token) {
    return Json.object(
        json -> {
          json.writeBooleanField("success", true);
          json.writeStringField("message", WELCOME);
          json.writeStringField("auth_token", token.text());
          json.writeStringField("username", user.username());
          json.writeStringField("firstName", user.firstName());
          json.writeArrayFieldStart("permissions");
          for (String permission : user.permissions()) {
            json.writeString(permission);
          }
          json.writeEndArray();
        });
  }
}
