package com.example.catalog;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.catalog.Answer.DataSource;
import io.github.bigidtestkit.FakeBigId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

// region test
@CatalogTest
class RenewalTests {

  @Autowired DataSources dataSources;
  @Autowired SystemTokens tokens;

  @BeforeEach
  void begin_without_a_token() {
    tokens.forget(); // The application outlives the tests, and so does its token.
  }

  @Test
  void renews_a_token_before_it_expires(FakeBigId bigId) {
    assertThat(dataSources.list()).containsExactly(new DataSource("hr", "rdb-mysql"));
    bigId.clock().advance(Duration.ofMinutes(59).plusSeconds(45));
    assertThat(dataSources.list()).containsExactly(new DataSource("hr", "rdb-mysql"));

    assertThat(bigId)
        .refreshedTimes(2)
        .renewedOnlyInTheLast(Duration.ofSeconds(30))
        .neverSentExpiredToken()
        .receivedNoUnexpectedRequest();
  }

  @Test
  void gets_another_token_for_one_that_was_rejected(FakeBigId bigId) {
    dataSources.list();
    bigId.revoke(tokens.current());
    dataSources.list();

    assertThat(bigId).refreshedTimes(2).neverReusedRejectedToken();
  }

  @Test
  void renews_once_for_all_threads(FakeBigId bigId) {
    dataSources.list();
    bigId.clock().advance(Duration.ofHours(2));

    // Those of the common pool might all wait for an answer that one of them would have to read.
    Executor threads = task -> new Thread(task).start();
    Stream.generate(() -> CompletableFuture.runAsync(dataSources::list, threads))
        .limit(16)
        .toList()
        .forEach(CompletableFuture::join);

    assertThat(bigId).refreshedTimes(2).refreshedAtMostOnceAtATime().neverSentKnownExpiredToken();
  }

  @Test
  void the_application_was_started_once_for_all_classes(@Autowired ContextStarts starts) {
    assertThat(starts.count()).isEqualTo(1);
  }
}
// endregion
