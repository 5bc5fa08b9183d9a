package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.User;
import io.github.bigidtestkit.Users;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The users by name. Thread-safe. */
public final class UserDirectory implements Users {

  private volatile Map<String, User> byName = Map.of();

  private final Lockouts lockouts;

  UserDirectory(List<User> users, Lockouts lockouts) {
    this.lockouts = lockouts;
    reset(users);
  }

  synchronized void reset(List<User> users) {
    Map<String, User> all = new LinkedHashMap<>();
    for (User user : users) {
      all.put(user.username(), user);
    }
    byName = all;
  }

  @Override
  public synchronized void add(User user) {
    if (byName.containsKey(user.username())) {
      throw new IllegalArgumentException(
          "There is a user [%s] already. Use change to alter it.".formatted(user.username()));
    }
    put(user);
  }

  @Override
  public synchronized void change(String username, UnaryOperator<User> change) {
    User changed = change.apply(get(username));
    if (!changed.username().equals(username)) {
      throw new IllegalArgumentException(
          "User [%s] can't be renamed to [%s]. Remove the one and add the other."
              .formatted(username, changed.username()));
    }
    put(changed);
  }

  @Override
  public synchronized void remove(String username) {
    get(username);
    Map<String, User> fewer = new LinkedHashMap<>(byName);
    fewer.remove(username);
    byName = fewer;
  }

  @Override
  public void unlock(String username) {
    change(username, user -> user.withLocked(false));
    lockouts.unlock(username);
  }

  @Override
  public Optional<Duration> lockedOutFor(String username) {
    return Optional.ofNullable(lockouts.left(get(username).username()));
  }

  @Override
  public User get(String username) {
    return find(username)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no user [%s] in this sandbox. Its users are %s."
                        .formatted(username, byName.keySet())));
  }

  @Override
  public Optional<User> find(String username) {
    return Optional.ofNullable(byName.get(username));
  }

  @Override
  public List<User> all() {
    return List.copyOf(byName.values());
  }

  private void put(User user) {
    Map<String, User> more = new LinkedHashMap<>(byName);
    more.put(user.username(), user);
    byName = more;
  }

  @Override
  public String toString() {
    return "Users" + byName.values();
  }
}
