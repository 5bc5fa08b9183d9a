package io.github.bigidtestkit.samples.clients;

import feign.Client;
import feign.DefaultClient;
import feign.Feign;
import feign.FeignException;
import feign.Headers;
import feign.Param;
import feign.Request;
import feign.RequestLine;
import feign.Response;
import feign.Retryer;
import feign.jackson.JacksonDecoder;
import io.github.bigidtestkit.samples.DataSource;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalog through Feign. Thread-safe. */
public final class FeignCatalog implements CatalogClient {

  private final Client http = new DefaultClient(null, null);
  private final SystemTokens tokens;
  private final Api plain;
  private final Api authorized;
  private final String userToken;

  /** A client for one BigID and user. */
  public FeignCatalog(URI baseUrl, String userToken, Settings settings) {
    this.userToken = userToken;
    this.plain = api(baseUrl, http);
    this.authorized = api(baseUrl, this::authorized);
    this.tokens = new SystemTokens(this::renew, settings);
  }

  private static Api api(URI baseUrl, Client client) {
    return Feign.builder()
        .client(client)
        .decoder(new JacksonDecoder(Json.MAPPER))
        .retryer(Retryer.NEVER_RETRY)
        .target(Api.class, baseUrl.toString());
  }

  @Override
  public List<DataSource> list() throws IOException {
    try {
      return authorized.list().dataSources();
    } catch (FeignException failed) {
      throw new IOException("BigID can't be had", failed);
    }
  }

  // region feign
  private Response authorized(Request request, Request.Options options) throws IOException {
    String token = tokens.current();
    Response response = http.execute(with(token, request), options);
    if (response.status() != 401) {
      return response;
    }
    response.close();
    return http.execute(with(tokens.insteadOf(token), request), options);
  }

  // endregion

  private static Request with(String token, Request request) {
    Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
    headers.put("Authorization", List.of(token));
    return Request.create(
        request.httpMethod(),
        request.url(),
        headers,
        request.body(),
        request.charset(),
        request.requestTemplate());
  }

  private String renew() throws IOException {
    try {
      return plain.renew(userToken).token();
    } catch (FeignException.Unauthorized refused) {
      throw new NotAuthenticatedException();
    } catch (FeignException failed) {
      throw new IOException("BigID did not renew the token", failed);
    }
  }

  private interface Api {
    @RequestLine("GET /ds-connections")
    Answer list();

    @RequestLine("GET /refresh-access-token")
    @Headers("Authorization: {token}")
    Answer renew(@Param("token") String userToken);
  }
}
