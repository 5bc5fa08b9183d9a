package com.example.catalog;

import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Keeps one system token for all threads: whoever comes while it is renewed waits for that. */
@Component
class SystemTokens {

  private final RestClient bigId;
  private final BigIdProperties properties;
  private final Clock clock;
  private SystemToken latest;

  SystemTokens(RestClient.Builder builder, BigIdProperties properties, Clock clock) {
    this.bigId =
        builder
            .baseUrl(properties.baseUrl())
            .defaultHeader(HttpHeaders.AUTHORIZATION, properties.userToken())
            .requestInterceptor(new Retry(properties.pause()))
            .build();
    this.properties = properties;
    this.clock = clock;
  }

  /** A token that should be good. */
  synchronized String current() {
    boolean stale =
        latest == null || !clock.instant().isBefore(latest.expiry().minus(properties.margin()));
    return stale ? renew() : latest.text();
  }

  /** Another token than the one that was rejected. */
  synchronized String insteadOf(String rejected) {
    return latest == null || latest.text().equals(rejected) ? renew() : latest.text();
  }

  /** Begins anew, as after a start. */
  synchronized void forget() {
    latest = null;
  }

  private String renew() {
    Answer answer = bigId.get().uri("/refresh-access-token").retrieve().body(Answer.class);
    latest = SystemToken.parse(answer.token());
    return latest.text();
  }
}
