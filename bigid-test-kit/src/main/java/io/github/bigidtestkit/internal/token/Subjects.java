package io.github.bigidtestkit.internal.token;

import org.jspecify.annotations.Nullable;

/** The users that tokens are issued for. Implementations are thread-safe. */
public interface Subjects {

  /** The user of that name as it is now, or null if there is none. */
  @Nullable Subject find(String username);

  /**
   * The user of that name as it is now.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that there are
   */
  Subject require(String username);

  /**
   * Another user like the one named, which exists and is disabled.
   *
   * @throws IllegalArgumentException if there is no user of that name
   */
  Subject disabledTwinOf(String username);

  /** Another user, who exists and is enabled, whatever the name. */
  Subject otherThan(String username);
}
