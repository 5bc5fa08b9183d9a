package io.github.bigidtestkit;

import io.github.bigidtestkit.internal.endpoint.Lockouts;
import java.time.Duration;
import java.util.AbstractList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The users of a running sandbox. A change holds at once, for logins and for tokens that are out
 * already, until the sandbox is put back. Thread-safe.
 *
 * <p>Methods that take the name of a user throw {@link IllegalArgumentException} if there is none
 * of that name; the message lists those that there are.
 */
public final class Users {

  private volatile Map<String, User> byName = Map.of();

  private final Lockouts lockouts;

  public Users(List<User> users, Lockouts lockouts) {
    this.lockouts = lockouts;
    reset(users);
  }

  public synchronized void reset(List<User> users) {
    Map<String, User> all = new LinkedHashMap<>();
    for (User user : users) {
      all.put(user.username(), user);
    }
    byName = all;
  }

  /**
   * Adds a user.
   *
   * @throws IllegalArgumentException if there is one of that name already
   */
  public synchronized void add(User user) {
    if (byName.containsKey(user.username())) {
      throw new IllegalArgumentException(
          "There is a user [%s] already. Use change to alter it.".formatted(user.username()));
    }
    put(user);
  }

  /**
   * Changes a user.
   *
   * <pre>{@code
   * users.change("alice", alice -> alice.withPermissions());
   * }</pre>
   *
   * @throws IllegalArgumentException if the change gives the user another name
   */
  public synchronized void change(String username, UnaryOperator<User> change) {
    User changed = change.apply(get(username));
    if (!changed.username().equals(username)) {
      throw new IllegalArgumentException(
          "User [%s] can't be renamed to [%s]. Remove the one and add the other."
              .formatted(username, changed.username()));
    }
    put(changed);
  }

  /** Removes a user; tokens of that user are refused from now on. */
  public synchronized void remove(String username) {
    get(username);
    Map<String, User> fewer = new LinkedHashMap<>(byName);
    fewer.remove(username);
    byName = fewer;
  }

  /** Locks a user: no login; tokens that are out stay good. */
  public void lock(String username) {
    change(username, user -> user.withLocked(true));
  }

  /** Unlocks a user, also one who was locked after wrong passwords. */
  public void unlock(String username) {
    change(username, user -> user.withLocked(false));
    lockouts.rightPassword(username);
  }

  /**
   * For how long a user is still locked after wrong passwords, by the sandbox clock; empty for one
   * who is not. Says nothing of {@link #lock}.
   */
  public Optional<Duration> lockedOutFor(String username) {
    return Optional.ofNullable(lockouts.left(get(username).username()));
  }

  /** Disables a user: no login, and tokens that are out are refused. */
  public void disable(String username) {
    change(username, user -> user.withEnabled(false));
  }

  /** Enables a user. */
  public void enable(String username) {
    change(username, user -> user.withEnabled(true));
  }

  /** The user of that name as it is now. */
  public User get(String username) {
    return find(username)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no user [%s] in this sandbox. Its users are %s."
                        .formatted(username, byName.keySet())));
  }

  /** The user of that name as it is now, if there is one. */
  public Optional<User> find(String username) {
    return Optional.ofNullable(byName.get(username));
  }

  /** All users, in the order in which they were added. */
  public List<User> all() {
    return List.copyOf(byName.values());
  }

  private void put(User user) {
    Map<String, User> more = new LinkedHashMap<>(byName);
    more.put(user.username(), user);
    byName = more;
  }

  /** A live view of the passwords, to be kept out of the journal. */
  public Collection<String> passwords() {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return all().get(index).password();
      }

      @Override
      public int size() {
        return byName.size();
      }
    };
  }

  @Override
  public String toString() {
    return "Users" + byName.values();
  }
}
