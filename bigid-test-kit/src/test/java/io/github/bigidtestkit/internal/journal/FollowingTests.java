package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.testing.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Following the journal while it grows. */
class FollowingTests {

  private final FakeBigId bigId = FakeBigId.start();
  private final Journal journal = bigId.journal();

  @AfterEach
  void stop() {
    bigId.close();
  }

  @Test
  void goes_on_where_it_stopped() {
    call(3);
    Journal.News news = journal.since(0, 2);
    assertThat(news.exchanges()).extracting(Exchange::number).containsExactly(1L, 2L);
    news = journal.since(news.position(), 2);
    assertThat(news.exchanges()).extracting(Exchange::number).containsExactly(3L);
    assertThat(news.position()).isEqualTo(3);
    assertThat(journal.since(3, 2).exchanges()).isEmpty();
    assertThat(journal.since(Long.MAX_VALUE, 1).position()).isEqualTo(3);
  }

  @Test
  void positions_go_on_where_numbers_begin_again() {
    call(2);
    journal.clear();
    call(1);
    Journal.News news = journal.since(1, 10);
    assertThat(news.oldest()).isEqualTo(3);
    assertThat(news.position()).isEqualTo(3);
    assertThat(news.exchanges()).extracting(Exchange::number).containsExactly(1L);
  }

  @Test
  void an_exchange_is_told_in_the_words_of_the_page() {
    call(1);
    Exchange exchange = journal.exchanges().get(0);
    assertThat(ExchangeText.ending(exchange)).isEqualTo("refused");
    assertThat(ExchangeText.reasons(exchange))
        .containsExactly("no Authorization header; expected a session token or a system token");
    assertThat(ExchangeText.shown(exchange)).isNull();
    assertThat(ExchangeText.issued(exchange)).isNull();
  }

  @Test
  void refuses_to_look_before_the_beginning_and_to_give_nothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> journal.since(-1, 1))
        .withMessage(
            "Can't give [1] exchanges since position [-1]. Ask for at least one since 0 or later.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> journal.since(0, 0))
        .withMessage(
            "Can't give [0] exchanges since position [0]. Ask for at least one since 0 or later.");
  }

  private void call(int times) {
    for (int i = 0; i < times; i++) {
      Http.call(bigId, "GET", "/x");
    }
  }
}
