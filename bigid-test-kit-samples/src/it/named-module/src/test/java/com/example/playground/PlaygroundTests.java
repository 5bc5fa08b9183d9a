package com.example.playground;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.UserToken;
import org.junit.jupiter.api.Test;

class PlaygroundTests {

  private static final String EXCHANGED = "{\"success\":true,\"systemToken\":\"ey";

  @Test
  void this_runs_on_the_module_path() {
    assertThat(getClass().getModule().getName()).isEqualTo("com.example.playground");
    assertThat(FakeBigId.class.getModule().getName()).isEqualTo("io.github.bigidtestkit");
  }

  @Test
  void a_token_is_exchanged() throws Exception {
    assertThat(Playground.exchange(SandboxConfig.defaults())).startsWith(EXCHANGED);
  }

  @Test
  void a_token_is_exchanged_over_tls() throws Exception {
    SandboxConfig config = SandboxConfig.builder().https(true).http2(true).build();
    assertThat(Playground.exchange(config)).startsWith(EXCHANGED);
  }

  @Test
  @BigIdSandbox
  void tests_have_a_sandbox_too(FakeBigId bigId, @UserToken String token) {
    assertThat(token).startsWith("ey");
    assertThat(bigId).allowingNoCalls().receivedNoUnexpectedRequest();
  }
}
