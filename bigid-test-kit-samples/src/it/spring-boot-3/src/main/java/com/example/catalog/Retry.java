package com.example.catalog;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Makes a call up to three times, as long as it fails for reasons that may pass. */
record Retry(Duration pause) implements ClientHttpRequestInterceptor {

  private static final int ATTEMPTS = 3;

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        ClientHttpResponse response = execution.execute(request, body);
        if (!response.getStatusCode().is5xxServerError()) {
          return response;
        }
        response.close();
      } catch (IOException broken) {
        // The next attempt may do better; the last one throws.
      }
      rest();
    }
    return execution.execute(request, body);
  }

  private void rest() throws InterruptedIOException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted between two attempts");
    }
  }
}
