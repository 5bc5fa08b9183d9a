package io.github.bigidtestkit.benchmark.wiremock;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.bigidtestkit.benchmark.child.Answers;
import io.github.bigidtestkit.benchmark.child.Requests;
import io.github.bigidtestkit.benchmark.child.TestServer;

/** WireMock with two stubs, otherwise as it is by default: it keeps a journal too. */
public final class WireMockTestServer implements TestServer {

  private final WireMockServer server =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

  @Override
  public int start() {
    server.start();
    server.stubFor(Stubs.login());
    server.stubFor(Stubs.refresh());
    return server.port();
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public byte[] login() {
    return Requests.login();
  }

  @Override
  public byte[] refresh() {
    return Requests.refresh(Answers.TOKEN);
  }
}
