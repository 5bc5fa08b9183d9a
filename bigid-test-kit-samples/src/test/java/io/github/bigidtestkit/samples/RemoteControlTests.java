package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.control.SandboxControl;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** A sandbox that is steered from outside: by a script, another language, or a person. */
class RemoteControlTests {

  // region control
  @Test
  void moves_the_clock_over_http() throws Exception {
    SandboxControl control = SandboxControl.create();
    try (FakeBigId bigId = FakeBigId.start(SandboxConfig.defaults(), control)) {
      // System.out.println(control.page(bigId)) shows the address of the live page
      URI advance = bigId.origin().resolve("/__sandbox/clock/advance");
      HttpRequest call =
          HttpRequest.newBuilder(advance)
              .header("Authorization", "Bearer " + control.key())
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"by\":\"PT16M\"}"))
              .build();
      var answer = HttpClient.newHttpClient().send(call, BodyHandlers.ofString());

      assertThat(answer.body()).contains("\"ahead\":\"PT16M");
    }
  }
  // endregion
}
