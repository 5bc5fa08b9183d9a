package com.example.catalog;

import io.github.bigidtestkit.FakeBigId;
import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

// region clock
/** The application uses the clock of the sandbox, so that a test can move the time of both. */
@TestConfiguration
class SandboxTime {

  @Bean
  @Primary
  Clock sandboxClock(FakeBigId bigId) {
    return bigId.clock();
  }
}
// endregion
