package io.github.bigidtestkit.fault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as faults see it.
 *
 * @param endpoint whose call it is
 * @param method the HTTP method
 * @param path the whole path, such as {@code /api/v1/sessions}
 * @param user who logs in or whose token is shown, as far as that can be read, or null
 * @param at when it came, by the sandbox clock
 */
public record Call(Target endpoint, String method, String path, @Nullable String user, Instant at) {

  @Override
  public String toString() {
    return method + " " + path + (user == null ? "" : " by " + user);
  }
}
