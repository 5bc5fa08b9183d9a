package io.github.bigidtestkit.benchmark.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.bigidtestkit.benchmark.child.RawClient;
import io.github.bigidtestkit.benchmark.child.Requests;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A test class as WireMock's own documentation shows it. */
@WireMockTest
class WireMockClass {

  @Test
  void logs_in(WireMockRuntimeInfo server) throws IOException {
    stubFor(Stubs.login());
    RawClient.call(server.getHttpPort(), Requests.login());
  }
}
