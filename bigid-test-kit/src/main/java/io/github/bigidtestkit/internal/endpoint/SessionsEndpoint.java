package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.User;
import io.github.bigidtestkit.Users;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.internal.json.Json;
import io.github.bigidtestkit.internal.token.IssuedToken;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code POST /sessions}: username and password for a session token (contract). */
final class SessionsEndpoint {

  /** From the developer portal; the contract leaves the text open. */
  private static final String WELCOME = "Enjoy your token!";

  private final Users users;
  private final Lockouts lockouts;

  SessionsEndpoint(Users users, Lockouts lockouts) {
    this.users = users;
    this.lockouts = lockouts;
  }

  Response answer(Request request, Issuer issuer) {
    if (!request.method().equals("POST")) {
      throw Refusal.ofMethod(request.method(), List.of("POST"));
    }
    User user = authenticate(Login.from(request));
    IssuedToken token = issuer.issue(TokenKind.SESSION, user);
    return Response.granted(request.rules(), body(user, token))
        .of(user.username(), null, token.claims());
  }

  private User authenticate(Login login) {
    String name = login.username();
    User user = users.find(name).orElse(null);
    if (user == null) {
      throw refuse(name, Reason.UNKNOWN_USER, "there is no user [%s]");
    }
    if (user.tokenOnly()) {
      throw refuse(name, Reason.TOKEN_ONLY_USER, "user [%s] can only come by token");
    }
    boolean right = user.password().equals(login.password());
    Duration left = lockouts.login(name, right);
    if (left != null) {
      throw refuse(
          name,
          Reason.LOCKED_USER,
          "user [%s] is locked for " + left.toSeconds() + " s more after wrong passwords");
    }
    if (!right) {
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
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", true);
    body.put("message", WELCOME);
    body.put("auth_token", token.text());
    body.put("username", user.username());
    body.put("firstName", user.firstName());
    body.put("permissions", user.permissions());
    return Json.write(body);
  }
}
