package io.github.bigidtestkit.benchmark.ours;

import io.github.bigidtestkit.benchmark.child.RawClient;
import io.github.bigidtestkit.benchmark.child.Requests;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A test class as the README shows it. */
@BigIdSandbox
class OurClass {

  @Test
  void logs_in(@BaseUrl URI baseUrl) throws IOException {
    RawClient.call(baseUrl.getPort(), Requests.login());
  }
}
