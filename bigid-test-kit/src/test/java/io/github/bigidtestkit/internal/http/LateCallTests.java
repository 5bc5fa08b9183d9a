package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.testing.RawHttp;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that are still delayed when something has ended. */
@Timeout(60)
class LateCallTests {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final FakeBigId bigId = FakeBigId.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  private CompletableFuture<String> delayedLogin() {
    ActiveFault delay = bigId.faults().inject(Fault.delay(Duration.ofMillis(300))).times(1).start();
    CompletableFuture<String> login =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return RawHttp.exchange(bigId, RawHttp.login());
              } catch (Exception broken) {
                return broken.toString();
              }
            });
    while (delay.struck() == 0) {
      Thread.onSpinWait();
    }
    return login;
  }

  @Test
  void a_call_of_an_earlier_test_meets_no_fault_of_the_next() {
    CompletableFuture<String> early = delayedLogin();
    bigId.reset();
    ActiveFault next = bigId.faults().inject(FaultKind.ISSUES_EXPIRED).times(1).start();
    assertThat(early.join()).doesNotContain("HTTP/1.1 200");
    assertThat(next.struck()).isZero();
    assertThat(bigId.journal().exchanges()).isEmpty();
    assertThat(Http.login(bigId, "bigid", "learner").statusCode()).isEqualTo(200);
    assertThat(next.struck()).isEqualTo(1);
  }

  @Test
  void a_call_whose_connection_was_closed_meanwhile_is_in_the_journal() {
    CompletableFuture<String> login = delayedLogin();
    try (ActiveFault refused = bigId.faults().inject(FaultKind.CONNECTION_REFUSED).start()) {
      assertThat(login.join()).doesNotContain("HTTP/1.1 200");
      Exchange exchange = bigId.journal().await(it -> true, LIMIT);
      assertThat(exchange.status()).isZero();
      assertThat(exchange.fault()).isEqualTo("delayed by 300 ms");
      assertThat(exchange.issued()).isNull();
      assertThat(refused.isActive()).isTrue();
    }
  }
}
