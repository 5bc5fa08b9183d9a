package io.github.bigidtestkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The users of a running sandbox. A change applies at once, to logins and to tokens that were
 * issued before, until the sandbox is reset. Thread-safe.
 *
 * <p>Methods that take the name of a user throw {@link IllegalArgumentException} if there is no
 * such user; the message lists those that exist.
 */
public interface Users {

  /**
   * Adds a user.
   *
   * @throws IllegalArgumentException if there is a user of that name already
   */
  void add(User user);

  /**
   * Changes a user.
   *
   * <pre>{@code
   * users.change("alice", alice -> alice.withPermissions());
   * }</pre>
   *
   * @throws IllegalArgumentException if the change gives the user another name
   */
  void change(String username, UnaryOperator<User> change);

  /** Removes a user; tokens of that user are refused from now on. */
  void remove(String username);

  /** Locks a user: no login; tokens that were issued before stay valid. */
  default void lock(String username) {
    change(username, user -> user.withLocked(true));
  }

  /** Unlocks a user, also one who was locked after wrong passwords. */
  void unlock(String username);

  /**
   * For how long a user is still locked after wrong passwords, by the sandbox clock; empty for a
   * user who is not. It does not tell of {@link #lock}.
   */
  Optional<Duration> lockedOutFor(String username);

  /** Disables a user: no login, and tokens that were issued before are refused. */
  default void disable(String username) {
    change(username, user -> user.withEnabled(false));
  }

  /** Enables a user. */
  default void enable(String username) {
    change(username, user -> user.withEnabled(true));
  }

  /** The user of that name as it is now. */
  User get(String username);

  /** The user of that name as it is now, if there is one. */
  Optional<User> find(String username);

  /** All users, in the order in which they were added. */
  List<User> all();
}
