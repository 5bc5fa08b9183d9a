package io.github.bigidtestkit.samples.clients;

import java.io.IOException;
import java.net.URI;
import okhttp3.Authenticator;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** An OkHttp client whose calls are authorized. */
final class OkHttpBigId {

  private static final String AUTHORIZATION = "Authorization";

  private final OkHttpClient plain = new OkHttpClient();
  private final Request refresh;
  private final SystemTokens tokens;

  OkHttpBigId(URI baseUrl, String userToken, Settings settings) {
    this.refresh =
        new Request.Builder()
            .url(baseUrl + "/refresh-access-token")
            .header(AUTHORIZATION, userToken)
            .build();
    this.tokens = new SystemTokens(this::renew, settings);
  }

  // region okhttp
  OkHttpClient client() {
    return plain
        .newBuilder()
        .addInterceptor(this::authorize)
        .authenticator(authenticator())
        .build();
  }

  private Response authorize(Interceptor.Chain chain) throws IOException {
    return chain.proceed(with(tokens.current(), chain.request()));
  }

  /** OkHttp asks it after a 401: for the same call with another token, or for null to give up. */
  private Authenticator authenticator() {
    return (@Nullable Route route, Response response) -> {
      if (response.priorResponse() != null) {
        return null;
      }
      String rejected = response.request().header(AUTHORIZATION);
      return with(tokens.insteadOf(rejected), response.request());
    };
  }

  // endregion

  private static Request with(String token, Request request) {
    return request.newBuilder().header(AUTHORIZATION, token).build();
  }

  private String renew() throws IOException {
    try (Response response = plain.newCall(refresh).execute()) {
      Renewal.require(response.code());
      return Json.MAPPER.readValue(response.body().bytes(), Answer.class).token();
    }
  }
}
