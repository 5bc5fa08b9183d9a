package io.github.bigidtestkit.internal.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Users for a token authority that has no server around it; alice is one from the start. */
final class People implements Subjects {

  static final Subject ALICE =
      new Subject("alice", List.of("READ", "WRITE"), List.of("role-1"), false, true);

  private final Map<String, Subject> byName = new ConcurrentHashMap<>(Map.of("alice", ALICE));

  void put(Subject subject) {
    byName.put(subject.username(), subject);
  }

  void remove(String username) {
    byName.remove(username);
  }

  @Override
  public Subject find(String username) {
    return byName.get(username);
  }

  @Override
  public Subject require(String username) {
    return Optional.ofNullable(find(username))
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + username));
  }

  @Override
  public Subject disabledTwinOf(String username) {
    Subject one = require(username);
    Subject twin =
        new Subject(username + "-disabled", one.permissions(), one.roleIds(), one.admin(), false);
    put(twin);
    return twin;
  }

  @Override
  public Subject otherThan(String username) {
    Subject one = require(username);
    Subject other =
        new Subject(username + "-other", one.permissions(), one.roleIds(), one.admin(), true);
    put(other);
    return other;
  }
}
