package io.github.bigidtestkit.internal.cli;

import io.github.bigidtestkit.SandboxConfig;
import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param bind the address to listen on
 * @param control whether the control API is on
 * @param controlKey the key to it, or null for a random one
 * @param pem where the certificate of the authority is to be written, or null for a temporary file
 * @param json whether the ready line is JSON
 * @param exitOnStdinEof whether the end of the standard input is the end
 */
record Options(
    SandboxConfig config,
    InetAddress bind,
    boolean control,
    @Nullable String controlKey,
    @Nullable Path pem,
    boolean json,
    boolean exitOnStdinEof) {

  /**
   * Validates.
   *
   * @throws IllegalArgumentException if options contradict each other
   */
  Options {
    if (controlKey != null && !control) {
      throw new IllegalArgumentException(
          "--control-key is for the control API, which is off. Add --control.");
    }
    if (pem != null && !config.transport().https()) {
      throw new IllegalArgumentException(
          "--pem is for the certificate authority, and without HTTPS there is none. Add --https.");
    }
  }
}
