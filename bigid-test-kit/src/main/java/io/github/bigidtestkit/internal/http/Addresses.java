package io.github.bigidtestkit.internal.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** The addresses of a sandbox: where it listens, and what its URLs contain. */
public final class Addresses {

  /**
   * 127.0.0.1, because some clients resolve the name localhost to ::1 and would find nobody there.
   */
  public static final InetAddress LOOPBACK = loopback();

  private Addresses() {}

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException neverForFourBytes) {
      throw new IllegalStateException(neverForFourBytes);
    }
  }

  /** The host and port by which this machine reaches an address. */
  public static String authority(InetSocketAddress listening) {
    InetAddress at = listening.getAddress();
    InetAddress reached = at.isAnyLocalAddress() ? LOOPBACK : at;
    String text = reached.getHostAddress().replaceFirst("(^|:)0(:0)+(:|$)", "::"); // of IPv6
    return (reached instanceof Inet6Address ? "[" + text + "]" : text) + ":" + listening.getPort();
  }
}
