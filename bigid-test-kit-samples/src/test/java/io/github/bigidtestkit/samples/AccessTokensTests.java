package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.samples.BigIdException.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AccessTokensTests {

  private static final AccessToken FIRST = new AccessToken("first", Instant.MAX);
  private static final AccessToken SECOND = new AccessToken("second", Instant.MAX);

  private final CompletableFuture<AccessToken> first = new CompletableFuture<>();
  private final CompletableFuture<AccessToken> second = new CompletableFuture<>();
  private final Queue<CompletableFuture<AccessToken>> renewals =
      new ArrayDeque<>(List.of(first, second));
  private final AccessTokens tokens = new AccessTokens(renewals::remove, Clock.systemUTC());

  @Test
  void a_late_rejection_of_an_old_token_does_not_replace_the_newer_one() {
    first.complete(FIRST);
    second.complete(SECOND);
    tokens.current();

    assertThat(tokens.insteadOf(FIRST)).isEqualTo(SECOND);
    assertThat(tokens.insteadOf(FIRST)).isEqualTo(SECOND);
    assertThat(tokens.current()).isEqualTo(SECOND);
  }

  @Test
  void a_failed_renewal_is_tried_again_by_the_next_who_asks() {
    first.completeExceptionally(new BigIdException(Reason.UNAVAILABLE, "No answer"));
    second.complete(SECOND);

    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(tokens::current)
        .withMessage("No answer")
        .returns(Reason.UNAVAILABLE, BigIdException::reason);
    assertThat(tokens.current()).isEqualTo(SECOND);
  }

  @Test
  void a_failure_is_thrown_with_the_stack_of_the_one_who_waited() {
    first.completeExceptionally(new BigIdException(Reason.UNAVAILABLE, "No answer"));

    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(tokens::current)
        .satisfies(
            failure ->
                assertThat(failure.getStackTrace())
                    .extracting(StackTraceElement::getMethodName)
                    .contains("current"));
  }

  @Test
  void an_interrupted_thread_does_not_end_the_renewal_that_others_wait_for() throws Exception {
    FutureTask<AccessToken> interrupted =
        new FutureTask<>(
            () -> {
              Thread.currentThread().interrupt();
              return tokens.current();
            });
    new Thread(interrupted).start();

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> interrupted.get(20, TimeUnit.SECONDS))
        .havingCause()
        .withMessage("Interrupted while waiting for BigID");
    first.complete(FIRST);
    assertThat(tokens.current()).isEqualTo(FIRST);
  }
}
