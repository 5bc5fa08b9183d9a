package io.github.bigidtestkit.internal.cli;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.control.SandboxControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A running fake, and what whoever started it has to know. Closing it again does nothing. */
record RunningServer(FakeBigId bigId, Ready ready) implements AutoCloseable {

  /**
   * Starts what was asked for.
   *
   * @throws UncheckedIOException if the port is taken or the certificate can't be written
   */
  static RunningServer open(Options order) {
    SandboxControl control = control(order);
    FakeBigId bigId = FakeBigId.start(order.config(), control, order.bind());
    try {
      return new RunningServer(bigId, ready(order, bigId, control));
    } catch (RuntimeException notReady) {
      bigId.close();
      throw notReady;
    }
  }

  private static @Nullable SandboxControl control(Options order) {
    if (!order.control()) {
      return null;
    }
    String key = order.controlKey();
    return key == null ? SandboxControl.create() : SandboxControl.withKey(key);
  }

  private static Ready ready(Options order, FakeBigId bigId, @Nullable SandboxControl control) {
    boolean https = order.config().transport().https();
    return new Ready(
        bigId.baseUrl(),
        https ? pem(order.pem(), bigId) : null,
        control == null ? null : URI.create(bigId.origin() + SandboxControl.PREFIX),
        control == null ? null : control.key());
  }

  private static Path pem(@Nullable Path file, FakeBigId bigId) {
    if (file == null) {
      return bigId.trust().pemFile();
    }
    try {
      return Files.writeString(file, bigId.trust().pem());
    } catch (IOException notWritable) {
      throw new UncheckedIOException(
          "--pem [%s] can't be written (%s). Name a file in a directory that is there."
              .formatted(file, notWritable),
          notWritable);
    }
  }

  @Override
  public void close() {
    bigId.close();
  }
}
