package com.example.catalog;

import com.example.catalog.Answer.DataSource;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The same catalog for those who do not wait. */
@Service
class ReactiveDataSources {

  private final WebClient bigId;
  private final SystemTokens tokens;

  ReactiveDataSources(WebClient.Builder builder, BigIdProperties properties, SystemTokens tokens) {
    this.bigId = builder.baseUrl(properties.baseUrl()).filter(this::authorized).build();
    this.tokens = tokens;
  }

  Flux<DataSource> list() {
    return bigId
        .get()
        .uri("/ds-connections")
        .retrieve()
        .bodyToMono(Answer.class)
        .flatMapIterable(Answer::dataSources);
  }

  private Mono<ClientResponse> authorized(ClientRequest request, ExchangeFunction next) {
    return token(tokens::current)
        .flatMap(
            token ->
                next.exchange(with(token, request))
                    .flatMap(
                        response ->
                            response.statusCode().equals(HttpStatus.UNAUTHORIZED)
                                ? response
                                    .releaseBody()
                                    .then(token(() -> tokens.insteadOf(token)))
                                    .flatMap(other -> next.exchange(with(other, request)))
                                : Mono.just(response)));
  }

  /** A renewal blocks, so it must not be made by a thread that serves others. */
  private static Mono<String> token(Supplier<String> source) {
    return Mono.fromSupplier(source).subscribeOn(Schedulers.boundedElastic());
  }

  private static ClientRequest with(String token, ClientRequest request) {
    return ClientRequest.from(request)
        .headers(headers -> headers.set(HttpHeaders.AUTHORIZATION, token))
        .build();
  }
}
