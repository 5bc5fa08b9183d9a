package io.github.bigidtestkit.samples.clients;

import io.github.bigidtestkit.samples.DataSource;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** The catalog through Apache HttpClient 5. Thread-safe; to be closed. */
public final class ApacheCatalog implements CatalogClient, AutoCloseable {

  private final CloseableHttpClient plain =
      HttpClients.custom().disableAuthCaching().disableAutomaticRetries().build();
  private final CloseableHttpClient client;
  private final SystemTokens tokens;
  private final URI baseUrl;
  private final String userToken;

  /** A client for one BigID and user. */
  public ApacheCatalog(URI baseUrl, String userToken, Settings settings) {
    this.baseUrl = baseUrl;
    this.userToken = userToken;
    this.tokens = new SystemTokens(this::renew, settings);
    this.client =
        HttpClients.custom()
            .addExecInterceptorAfter(ChainElement.PROTOCOL.name(), "bigid", this::authorized)
            .build();
  }

  @Override
  public List<DataSource> list() throws IOException {
    return client.execute(
        new HttpGet(baseUrl + "/ds-connections"),
        response -> {
          if (response.getCode() != HttpStatus.SC_OK) {
            throw new IOException("BigID answered with status " + response.getCode());
          }
          return read(response).dataSources();
        });
  }

  // region apache
  /** Stands behind the client's own handling of 401, which knows Basic and the like. */
  private ClassicHttpResponse authorized(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    String token = tokens.current();
    request.setHeader(HttpHeaders.AUTHORIZATION, token);
    ClassicHttpResponse response = chain.proceed(request, scope);
    if (response.getCode() != HttpStatus.SC_UNAUTHORIZED) {
      return response;
    }
    EntityUtils.consume(response.getEntity());
    request.setHeader(HttpHeaders.AUTHORIZATION, tokens.insteadOf(token));
    return chain.proceed(request, scope);
  }

  // endregion

  private String renew() throws IOException {
    HttpGet refresh = new HttpGet(baseUrl + "/refresh-access-token");
    refresh.setHeader(HttpHeaders.AUTHORIZATION, userToken);
    return plain.execute(
        refresh,
        response -> {
          Renewal.require(response.getCode());
          return read(response).token();
        });
  }

  private static Answer read(ClassicHttpResponse response) throws IOException {
    return Json.MAPPER.readValue(EntityUtils.toByteArray(response.getEntity()), Answer.class);
  }

  @Override
  public void close() throws IOException {
    client.close();
    plain.close();
  }
}
