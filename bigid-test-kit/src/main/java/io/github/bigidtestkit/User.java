package io.github.bigidtestkit;

import io.github.bigidtestkit.internal.journal.Redaction;
import java.util.List;

/**
 * A user of the sandbox. Immutable; the {@code with…} methods give changed copies.
 *
 * <pre>{@code
 * User.of("alice", "s3cret").withPermissions("permission.tasks.edit")
 * }</pre>
 *
 * @param username unique within a sandbox; not blank
 * @param password not blank, but empty for a user who can only come by token; not shown by {@link
 *     #toString()}
 * @param firstName given in the answer to a login
 * @param permissions given in the answer to a login; what resources require is looked up here as a
 *     call comes
 * @param roleIds carried by tokens; without any, tokens carry one made from the username, of 24
 *     hexadecimal digits as those of BigID (recording)
 * @param admin carried by tokens as {@code isAdmin}; grants no permission by itself
 * @param enabled a disabled user can't log in, and tokens of that user are refused
 * @param locked a locked user can't log in; tokens issued earlier stay good
 * @param tokenOnly the user has no password and can't log in, but can use tokens, as users of
 *     single sign-on and of BigID's cloud product (portal)
 */
public record User(
    String username,
    String password,
    String firstName,
    List<String> permissions,
    List<String> roleIds,
    boolean admin,
    boolean enabled,
    boolean locked,
    boolean tokenOnly) {

  /**
   * The user that BigID's public sandbox had (recording), with permissions as the developer portal
   * shows them; the only user where none is configured.
   */
  public static final User DEMO =
      new User(
          "bigid",
          "learner",
          "BigID Admin",
          List.of("admin", "permission.tasks.edit", "permission.tasks.read_task_list"),
          List.of(),
          true,
          true,
          false,
          false);

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException if the username is blank, has control characters or half of a
   *     surrogate pair, if the password is blank or one is given to a user who can only come by
   *     token, or if a permission or role is blank or given twice
   */
  public User {
    if (username.isBlank()) {
      throw new IllegalArgumentException(
          "user name [%s] is blank. A user needs a name to log in with; give one."
              .formatted(username));
    }
    if (has(username, Character.CONTROL)) {
      throw new IllegalArgumentException(
          "user name [%s] has a control character. Remove it."
              .formatted(Redaction.printable(username)));
    }
    if (has(username, Character.SURROGATE)) {
      throw new IllegalArgumentException(
          "user name [%s] has half of a surrogate pair, which can't be written as UTF-8. Remove it."
              .formatted(Redaction.printable(username)));
    }
    if (tokenOnly && !password.isEmpty()) {
      throw new IllegalArgumentException(
          "user [%s] has a password and is tokenOnly. Who can only come by token has none; remove the password, or set tokenOnly to false."
              .formatted(username));
    }
    if (!tokenOnly && password.isBlank()) {
      throw new IllegalArgumentException(
          "user [%s] has %s password. A user needs one to log in with; give it, or make the user tokenOnly."
              .formatted(username, password.isEmpty() ? "no" : "a blank"));
    }
    permissions = distinct(username, "permission", permissions);
    roleIds = distinct(username, "role", roleIds);
  }

  /** Whether a character is of that category. No stream: this is in the way of the first start. */
  private static boolean has(String text, byte category) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (Character.getType(text.codePointAt(at)) == category) {
        return true;
      }
    }
    return false;
  }

  /** An enabled user without permissions and roles, whose first name is the username. */
  public static User of(String username, String password) {
    return new User(username, password, username, List.of(), List.of(), false, true, false, false);
  }

  /**
   * An enabled user without a password, permissions and roles, who can't log in but can use tokens,
   * as users of single sign-on and of BigID's cloud product (portal).
   */
  public static User tokenOnly(String username) {
    return new User(username, "", username, List.of(), List.of(), false, true, false, true);
  }

  /** A copy with another username: another user. */
  public User withUsername(String other) {
    return new User(
        other, password, firstName, permissions, roleIds, admin, enabled, locked, tokenOnly);
  }

  /** A copy with another password, who can log in with it. */
  public User withPassword(String other) {
    return new User(
        username, other, firstName, permissions, roleIds, admin, enabled, locked, false);
  }

  /** A copy with another first name. */
  public User withFirstName(String other) {
    return new User(
        username, password, other, permissions, roleIds, admin, enabled, locked, tokenOnly);
  }

  /** A copy with these permissions and no others. */
  public User withPermissions(String... others) {
    return new User(
        username, password, firstName, List.of(others), roleIds, admin, enabled, locked, tokenOnly);
  }

  /** A copy with these roles and no others. */
  public User withRoleIds(String... others) {
    return new User(
        username,
        password,
        firstName,
        permissions,
        List.of(others),
        admin,
        enabled,
        locked,
        tokenOnly);
  }

  /** A copy that is, or is not, an administrator. */
  public User withAdmin(boolean other) {
    return new User(
        username, password, firstName, permissions, roleIds, other, enabled, locked, tokenOnly);
  }

  /** A copy that is enabled or disabled. */
  public User withEnabled(boolean other) {
    return new User(
        username, password, firstName, permissions, roleIds, admin, other, locked, tokenOnly);
  }

  /** A copy that is locked or is not. */
  public User withLocked(boolean other) {
    return new User(
        username, password, firstName, permissions, roleIds, admin, enabled, other, tokenOnly);
  }

  /** A copy without a password, who can only come by token. */
  public User withTokenOnly() {
    return new User(username, "", firstName, permissions, roleIds, admin, enabled, locked, true);
  }

  private static List<String> distinct(String username, String what, List<String> values) {
    List<String> copy = List.copyOf(values);
    for (String value : copy) {
      if (value.isBlank()) {
        throw new IllegalArgumentException(
            "user [%s] has a blank %s. Name it or remove it.".formatted(username, what));
      }
      if (copy.indexOf(value) != copy.lastIndexOf(value)) {
        throw new IllegalArgumentException(
            "user [%s] has the %s [%s] twice. Remove one.".formatted(username, what, value));
      }
    }
    return copy;
  }

  /** Shows all but the password. */
  @Override
  public String toString() {
    return "User[%s, firstName=%s, permissions=%s, roleIds=%s%s%s%s%s]"
        .formatted(
            username,
            firstName,
            permissions,
            roleIds,
            admin ? ", admin" : "",
            enabled ? "" : ", disabled",
            locked ? ", locked" : "",
            tokenOnly ? ", token only" : "");
  }
}
