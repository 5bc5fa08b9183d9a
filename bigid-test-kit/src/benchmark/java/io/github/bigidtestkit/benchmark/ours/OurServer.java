package io.github.bigidtestkit.benchmark.ours;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.benchmark.child.Requests;
import io.github.bigidtestkit.benchmark.child.TestServer;

/** The kit as it is by default: it verifies, signs and keeps its journal. */
public final class OurServer implements TestServer {

  private final SandboxConfig config = SandboxConfig.defaults();
  private FakeBigId bigId;

  @Override
  public int start() {
    bigId = FakeBigId.start(config);
    return bigId.port();
  }

  @Override
  public void stop() {
    bigId.close();
  }

  @Override
  public byte[] login() {
    return Requests.login();
  }

  @Override
  public byte[] refresh() {
    return Requests.refresh(bigId.tokens().userToken(Requests.USERNAME));
  }

  /** As the extension does before each test. */
  @Override
  public void reset() {
    bigId.reset(config);
  }
}
