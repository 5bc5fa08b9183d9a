package com.example.catalog;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.catalog.Answer.DataSource;
import io.github.bigidtestkit.FakeBigId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

@CatalogTest
class ReactiveTests {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Autowired ReactiveDataSources dataSources;
  @Autowired SystemTokens tokens;

  @BeforeEach
  void begin_without_a_token() {
    tokens.forget();
  }

  @Test
  void gets_another_token_for_one_that_was_rejected(FakeBigId bigId) {
    assertThat(list()).containsExactly(new DataSource("hr", "rdb-mysql"));
    bigId.revoke(tokens.current());
    assertThat(list()).containsExactly(new DataSource("hr", "rdb-mysql"));

    assertThat(bigId).refreshedTimes(2).neverReusedRejectedToken();
  }

  @Test
  void renews_once_for_all_who_call_at_the_same_time(FakeBigId bigId) {
    list();
    bigId.clock().advance(Duration.ofHours(2));

    Flux.range(0, 16).flatMap(i -> dataSources.list(), 16).blockLast(LIMIT);

    assertThat(bigId).refreshedTimes(2).refreshedAtMostOnceAtATime().neverSentKnownExpiredToken();
  }

  @Test
  void the_application_was_started_once_for_all_classes(@Autowired ContextStarts starts) {
    assertThat(starts.count()).isEqualTo(1);
  }

  private Iterable<DataSource> list() {
    return dataSources.list().collectList().block(LIMIT);
  }
}
