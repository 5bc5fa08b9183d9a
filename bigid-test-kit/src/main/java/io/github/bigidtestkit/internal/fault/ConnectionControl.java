package io.github.bigidtestkit.internal.fault;

import java.util.function.BooleanSupplier;

/** What faults do to the connections of a server. */
public interface ConnectionControl {

  /**
   * Refuses connections, or allows them again.
   *
   * @param wanted what is wanted now; asked for each change, so that the last one wins
   */
  void refuse(BooleanSupplier wanted);

  /**
   * Makes clients connect again: closes connections that are idle, and the others as soon as their
   * calls are answered.
   */
  void renew();

  /** Whether connections begin with a TLS handshake. */
  boolean secure();
}
