package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.Users;
import io.github.bigidtestkit.internal.config.Fields;
import io.github.bigidtestkit.internal.config.SandboxJson;
import io.github.bigidtestkit.internal.http.ControlAnswer;

/** The users. No answer has a password in it. */
final class UserCalls {

  private UserCalls() {}

  static ControlAnswer all(RequestContext visit) {
    FakeBigId bigId = visit.bigId();
    return Answers.ok(bigId.users().all().stream().map(user -> Views.user(bigId, user)).toList());
  }

  static ControlAnswer get(RequestContext visit) {
    return Answers.ok(Views.user(visit.bigId(), user(visit)));
  }

  private static User user(RequestContext visit) {
    Users users = visit.bigId().users();
    String username = visit.variable("username");
    return users
        .find(username)
        .orElseThrow(
            () ->
                Problem.of(
                    404,
                    "There is no user [%s]. The users are %s."
                        .formatted(username, users.all().stream().map(User::username).toList())));
  }

  /** Adds the user, or makes the one of that name like this. */
  static ControlAnswer put(RequestContext visit) {
    Users users = visit.bigId().users();
    String username = visit.variable("username");
    User user = SandboxJson.user("", "", visit.text(), username);
    if (!user.username().equals(username)) {
      throw Problem.of(
          400,
          "username [%s] is not the [%s] of the path. Leave it out."
              .formatted(user.username(), username));
    }
    boolean fresh = users.find(username).isEmpty();
    if (fresh) {
      users.add(user);
    } else {
      users.change(username, old -> user);
    }
    return Answers.json(fresh ? 201 : 200, Views.user(visit.bigId(), user));
  }

  static ControlAnswer patch(RequestContext visit) {
    Fields fields =
        visit.body("password", "firstName", "permissions", "roleIds", "admin", "enabled", "locked");
    User before = user(visit);
    visit.bigId().users().change(before.username(), user -> changed(user, fields));
    if (!fields.flag("locked", true)) {
      visit.bigId().users().unlock(before.username()); // ends a lockout too
    }
    return get(visit);
  }

  private static User changed(User user, Fields fields) {
    return new User(
        user.username(),
        fields.textOr("password", user.password()),
        fields.textOr("firstName", user.firstName()),
        fields.has("permissions") ? fields.texts("permissions") : user.permissions(),
        fields.has("roleIds") ? fields.texts("roleIds") : user.roleIds(),
        fields.flag("admin", user.admin()),
        fields.flag("enabled", user.enabled()),
        fields.flag("locked", user.locked()));
  }

  static ControlAnswer remove(RequestContext visit) {
    visit.bigId().users().remove(user(visit).username());
    return Answers.done();
  }
}
