package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;

/**
 * Answers calls below a path of its own on the port of a sandbox, to steer it from outside; given
 * to {@link FakeBigId#start(SandboxConfig, ControlApi)}.
 *
 * <p>Such calls are no business of BigID's: they are not in the journal, no fault strikes them, and
 * nothing counts them. Only where connections are refused they don't get through either.
 */
public interface ControlApi {

  /**
   * The path below which calls are answered, such as {@code /__sandbox}: begins with a slash, does
   * not end with one, and is not within {@code /api}. Calls whose path begins with it in other
   * characters, such as {@code /%5F_sandbox}, are BigID's.
   */
  String prefix();

  /**
   * Answers a call. Runs on a thread that all control APIs of a JVM share, one call after the
   * other, so it may compute but should not wait. What it throws becomes a bare status 500.
   *
   * @param bigId the sandbox that was called
   * @param call what came
   */
  ControlAnswer answer(FakeBigId bigId, ControlCall call);
}
