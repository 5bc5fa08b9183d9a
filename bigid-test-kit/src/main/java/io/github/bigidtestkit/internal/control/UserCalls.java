package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.Users;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.internal.json.UserJson;

/** The users. No answer contains a password. */
final class UserCalls {

  private UserCalls() {}

  static ControlAnswer all(RequestContext request) {
    FakeBigId bigId = request.bigId();
    return Answers.ok(bigId.users().all().stream().map(user -> Views.user(bigId, user)).toList());
  }

  static ControlAnswer get(RequestContext request) {
    return Answers.ok(Views.user(request.bigId(), user(request)));
  }

  private static User user(RequestContext request) {
    Users users = request.bigId().users();
    String username = request.variable();
    return users
        .find(username)
        .orElseThrow(
            () ->
                Problem.of(
                    404,
                    "There is no user [%s]. The users are %s."
                        .formatted(username, users.all().stream().map(User::username).toList())));
  }

  /** Adds the user, or replaces the one with that name. */
  static ControlAnswer put(RequestContext request) {
    Users users = request.bigId().users();
    String username = request.variable();
    User user = body(request).user(username);
    boolean isNew = users.find(username).isEmpty();
    if (isNew) {
      users.add(user);
    } else {
      users.change(username, old -> user);
    }
    return Answers.json(isNew ? 201 : 200, Views.user(request.bigId(), user));
  }

  static ControlAnswer patch(RequestContext request) {
    UserJson change = body(request);
    Users users = request.bigId().users();
    String username = user(request).username();
    users.change(username, change::changed);
    if (Boolean.FALSE.equals(change.locked)) {
      users.unlock(username); // ends a lockout too
    }
    return get(request);
  }

  private static UserJson body(RequestContext request) {
    UserJson body = request.body(UserJson.class);
    String username = request.variable();
    if (body.username != null && !body.username.equals(username)) {
      throw Problem.of(
          400,
          "username [%s] is not the [%s] of the path. Leave it out."
              .formatted(body.username, username));
    }
    return body;
  }

  static ControlAnswer remove(RequestContext request) {
    request.bigId().users().remove(user(request).username());
    return Answers.done();
  }
}
