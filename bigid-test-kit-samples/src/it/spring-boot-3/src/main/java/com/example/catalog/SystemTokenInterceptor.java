package com.example.catalog;

import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;

/** Shows BigID a token at each call, and another one, once, if that was rejected. */
@Component
record SystemTokenInterceptor(SystemTokens tokens) implements ClientHttpRequestInterceptor {

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    String token = tokens.current();
    request.getHeaders().set(HttpHeaders.AUTHORIZATION, token);
    ClientHttpResponse response = execution.execute(request, body);
    if (!response.getStatusCode().equals(HttpStatus.UNAUTHORIZED)) {
      return response;
    }
    response.close();
    request.getHeaders().set(HttpHeaders.AUTHORIZATION, tokens.insteadOf(token));
    return execution.execute(request, body);
  }
}
