package io.github.bigidtestkit.fault;

/** What faults do to the connections of a server. */
public interface Connections {

  /** Has connecting refused, or allowed again. */
  void refuse(boolean refusing);

  /**
   * Has clients connect anew: closes connections that are idle, and the others as soon as they have
   * been answered.
   */
  void renew();

  /** Whether connections begin with a TLS handshake. */
  boolean secure();
}
