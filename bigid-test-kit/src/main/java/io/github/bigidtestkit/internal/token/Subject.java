package io.github.bigidtestkit.internal.token;

import java.util.List;

/**
 * What a token has to know of the user it is for.
 *
 * @param username unique within a sandbox
 * @param permissions what the user may do
 * @param roleIds the user's roles
 * @param admin whether the user is an administrator
 * @param enabled whether tokens of the user are accepted
 */
public record Subject(
    String username,
    List<String> permissions,
    List<String> roleIds,
    boolean admin,
    boolean enabled) {

  /** Copies the lists. */
  public Subject {
    permissions = List.copyOf(permissions);
    roleIds = List.copyOf(roleIds);
  }

  Subject renamed(String other) {
    return new Subject(other, permissions, roleIds, admin, enabled);
  }

  /** The same user with other permissions. */
  public Subject withPermissions(List<String> others) {
    return new Subject(username, others, roleIds, admin, enabled);
  }
}
