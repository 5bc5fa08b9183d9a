package io.github.bigidtestkit;

import io.github.bigidtestkit.internal.http.Limits;

/** Starts sandboxes that are less patient than usual. */
public final class LimitedSandbox {

  private LimitedSandbox() {}

  public static FakeBigId start(SandboxConfig config, Limits limits) {
    return FakeBigId.start(config, limits);
  }
}
