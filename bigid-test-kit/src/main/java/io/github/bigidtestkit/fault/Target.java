package io.github.bigidtestkit.fault;

/**
 * A group of calls, such as those of one endpoint. The server's {@code Endpoint} is the target that
 * tests use; this interface lets faults and the journal speak of it without knowing the server.
 */
public interface Target {

  /** The name in upper case, such as {@code REFRESH}. */
  String name();

  /** Whether all calls belong to this group. */
  default boolean isAny() {
    return false;
  }

  /** Whether a call of that endpoint belongs to this group. */
  default boolean covers(Target endpoint) {
    return this == endpoint;
  }
}
