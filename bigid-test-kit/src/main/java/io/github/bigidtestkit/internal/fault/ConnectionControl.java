package io.github.bigidtestkit.internal.fault;

/** What faults do to the connections of a server. */
public interface ConnectionControl {

  /** Has connecting refused, or allowed again. */
  void refuse(boolean refusing);

  /**
   * Has clients connect anew: closes connections that are idle, and the others as soon as they have
   * been answered.
   */
  void renew();

  /** Whether connections begin with a TLS handshake. */
  boolean secure();

  /** The connections of a server that does not run, for trying whether a fault can be started. */
  static ConnectionControl none(boolean secure) {
    return new ConnectionControl() {
      @Override
      public void refuse(boolean refusing) {}

      @Override
      public void renew() {}

      @Override
      public boolean secure() {
        return secure;
      }
    };
  }
}
