package com.example.catalog;

import org.springframework.http.HttpHeaders;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Exchanges the user token for a system token. */
@Component
class Renewal {

  private final RestClient bigId;

  Renewal(RestClient.Builder builder, BigIdProperties properties) {
    this.bigId =
        builder
            .baseUrl(properties.baseUrl())
            .defaultHeader(HttpHeaders.AUTHORIZATION, properties.userToken())
            .build();
  }

  /** Tries up to three times, as long as it fails for reasons that may pass. */
  @Retryable(
      includes = {HttpServerErrorException.class, ResourceAccessException.class},
      maxRetries = 2,
      delayString = "${bigid.pause:200ms}")
  SystemToken renew() {
    Answer answer = bigId.get().uri("/refresh-access-token").retrieve().body(Answer.class);
    return SystemToken.parse(answer.token());
  }
}
