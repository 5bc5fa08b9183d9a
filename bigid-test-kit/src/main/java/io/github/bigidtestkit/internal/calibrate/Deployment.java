package io.github.bigidtestkit.internal.calibrate;

import io.github.bigidtestkit.LoginFormat;
import io.github.bigidtestkit.TokenScheme;
import io.github.bigidtestkit.internal.calibrate.Probe.Form;
import io.github.bigidtestkit.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls a deployment: without cookies, without following redirects, and within limits. */
final class Deployment {

  private static final int LARGEST = 1024 * 1024;

  private final Inquiry inquiry;
  private final HttpClient client;

  Deployment(Inquiry inquiry) {
    this.inquiry = inquiry;
    HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    if (inquiry.tls() != null) {
      builder.sslContext(inquiry.tls());
    }
    if (inquiry.proxy() != null) {
      builder.proxy(inquiry.proxy());
    }
    this.client = builder.build();
  }

  /**
   * Makes a call, and gives the answer with its body as text.
   *
   * @throws ExecutionException if there is none
   * @throws TimeoutException if it is not complete in time
   */
  HttpResponse<String> call(Probe probe, Form form, String token, String password)
      throws InterruptedException, ExecutionException, TimeoutException {
    URI url = URI.create(inquiry.url() + probe.path(inquiry.dataPath()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).header("User-Agent", "bigid-test-kit");
    request.method(form.method(), BodyPublishers.noBody());
    if (form.format() != null) {
      request.header("Content-Type", form.format().contentType());
      request.POST(BodyPublishers.ofString(login(form.format(), inquiry.username(), password)));
    } else if (form.scheme() == TokenScheme.X_ACCESS_TOKEN) {
      request.header("x-access-token", token);
    } else if (form.scheme() != null) {
      request.header(
          "Authorization", (form.scheme() == TokenScheme.BEARER ? "Bearer " : "") + token);
    }
    var call =
        client.sendAsync(
            request.build(),
            head -> BodySubscribers.mapping(BodySubscribers.ofInputStream(), Deployment::read));
    try {
      return call.get(inquiry.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      call.cancel(true); // closes the connection of what is not complete
    }
  }

  private static String login(LoginFormat format, String username, String password) {
    return switch (format) {
      case JSON ->
          new String(
              Json.write(Map.of("username", username, "password", password)),
              StandardCharsets.UTF_8);
      case FORM -> "username=" + encoded(username) + "&password=" + encoded(password);
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String read(InputStream body) {
    try (body) {
      byte[] bytes = body.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException("TooLarge");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
