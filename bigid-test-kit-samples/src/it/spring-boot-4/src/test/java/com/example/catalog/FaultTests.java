package com.example.catalog;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.junit.InjectFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;

@CatalogTest
class FaultTests {

  @Autowired DataSources dataSources;
  @Autowired SystemTokens tokens;

  @BeforeEach
  void begin_without_a_token() {
    tokens.forget();
  }

  // region fault
  @Test
  @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.SERVICE_UNAVAILABLE, times = 2)
  void outlives_a_short_outage() {
    assertThat(dataSources.list()).hasSize(1);
  }

  // endregion

  @Test
  @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.CONNECTION_RESET, times = 1)
  void outlives_a_broken_connection() {
    assertThat(dataSources.list()).hasSize(1);
  }

  @Test
  @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.SERVICE_UNAVAILABLE)
  void gives_up_after_three_attempts(FakeBigId bigId) {
    assertThatExceptionOfType(HttpServerErrorException.ServiceUnavailable.class)
        .isThrownBy(dataSources::list);
    assertThat(bigId).gaveUpAfter(Endpoint.REFRESH, 3);
  }

  @Test
  @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.NOT_SUCCESSFUL)
  void takes_a_200_that_says_it_failed_for_a_refusal() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(dataSources::list)
        .withMessage("BigID refuses the token");
  }

  @Test
  void does_not_insist_on_a_user_token_that_was_revoked(FakeBigId bigId) {
    bigId.revokeAllTokens();

    assertThatExceptionOfType(HttpClientErrorException.Unauthorized.class)
        .isThrownBy(dataSources::list);
    assertThat(bigId).gaveUpAfter(Endpoint.REFRESH, 1);
  }

  @Test
  void the_application_was_started_once_for_all_classes(@Autowired ContextStarts starts) {
    assertThat(starts.count()).isEqualTo(1);
  }
}
