package io.github.bigidtestkit.internal.fault;

/** What faults do to the connections of a server. */
public interface ConnectionControl {

  /** Refuses connections, or allows them again. */
  void refuse(boolean refusing);

  /**
   * Makes clients connect again: closes connections that are idle, and the others as soon as their
   * calls are answered.
   */
  void renew();

  /** Whether connections begin with a TLS handshake. */
  boolean secure();
}
