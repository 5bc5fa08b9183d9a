package io.github.bigidtestkit.internal.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Where a sandbox listens, and how clients are told. */
public final class Addresses {

  /** 127.0.0.1: some clients take the name localhost for ::1 and would find nobody there. */
  public static final InetAddress LOOPBACK = loopback();

  private Addresses() {}

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException neverForFourBytes) {
      throw new IllegalStateException(neverForFourBytes);
    }
  }

  /** Host and port of a URL that leads there from this machine. */
  public static String authority(InetSocketAddress listening) {
    InetAddress at = listening.getAddress();
    InetAddress reached = at.isAnyLocalAddress() ? LOOPBACK : at;
    String text = reached.getHostAddress();
    return (reached instanceof Inet6Address ? "[" + text + "]" : text) + ":" + listening.getPort();
  }
}
