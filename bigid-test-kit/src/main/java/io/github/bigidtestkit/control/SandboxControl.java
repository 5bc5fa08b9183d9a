package io.github.bigidtestkit.control;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.control.ControlServer;
import java.net.URI;

/**
 * The control API of a sandbox and its live page, below {@code /__sandbox} on the sandbox's port.
 *
 * <pre>{@code
 * SandboxControl control = SandboxControl.create();
 * try (FakeBigId bigId = FakeBigId.start(config, control)) {
 *   System.out.println(control.page(bigId)); // open it in a browser
 *   …
 * }
 * }</pre>
 *
 * <p>Whoever has the {@linkplain #key() key} can do everything with the sandbox that tests can:
 * make tokens, move the clock, start faults, change users. Only callers on the same machine are
 * answered, and of web pages only the live page. {@code /__sandbox/openapi.yaml} describes the
 * calls. They are not in the journal and no fault applies to them, except that a refused connection
 * keeps them out too.
 *
 * <p>Thread-safe. One control API can serve several sandboxes. Not to be implemented by others.
 */
public interface SandboxControl {

  /** Makes a control API with a random key. */
  static SandboxControl create() {
    return ControlServer.withRandomKey();
  }

  /**
   * Makes a control API with a key that others know already.
   *
   * @param key 16 to 256 letters, digits, or characters of {@code -_.~}
   * @throws IllegalArgumentException if the key is too short or too long, or has other characters
   */
  static SandboxControl withKey(String key) {
    return new ControlServer(key);
  }

  /** The key, to be sent as {@code Authorization: Bearer}; a random one has 256 bits. */
  String key();

  /** The address of the live page of a sandbox. It contains the key: keep it secret. */
  URI page(FakeBigId bigId);
}
