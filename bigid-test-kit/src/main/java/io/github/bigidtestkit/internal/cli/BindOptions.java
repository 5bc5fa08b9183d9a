package io.github.bigidtestkit.internal.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/** Options that say who can reach the fake. */
final class BindOptions {

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Address to listen on; default 127.0.0.1.")
  private String bind = "127.0.0.1";

  @Option(
      names = "--allow-remote",
      description =
          "Permit an address that others can reach, such as 0.0.0.0 within a container. Whoever"
              + " reaches it can log in. The control API stays on this machine.")
  private boolean allowRemote;

  /**
   * The address.
   *
   * @throws IllegalArgumentException if there is none, or others can reach it and that was not
   *     permitted
   */
  InetAddress address() {
    InetAddress address = resolved();
    if (!address.isLoopbackAddress() && !allowRemote) {
      throw new IllegalArgumentException(
          "--bind [%s] can be reached by others, and whoever reaches it can log in. Add --allow-remote if that is what you want."
              .formatted(bind));
    }
    return address;
  }

  private InetAddress resolved() {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException(
          "--bind [%s] is no address of this machine. Give one such as [127.0.0.1] or [0.0.0.0]."
              .formatted(bind),
          unknown);
    }
  }
}
