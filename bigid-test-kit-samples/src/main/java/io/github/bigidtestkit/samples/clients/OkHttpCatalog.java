package io.github.bigidtestkit.samples.clients;

import io.github.bigidtestkit.samples.DataSource;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The catalog through OkHttp. Thread-safe. */
public final class OkHttpCatalog implements CatalogClient {

  private final OkHttpClient client;
  private final Request list;

  /** A client for one BigID and user. */
  public OkHttpCatalog(URI baseUrl, String userToken, Settings settings) {
    this.client = new OkHttpBigId(baseUrl, userToken, settings).client();
    this.list = new Request.Builder().url(baseUrl + "/ds-connections").build();
  }

  @Override
  public List<DataSource> list() throws IOException {
    try (Response response = client.newCall(list).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("BigID answered with status " + response.code());
      }
      return Json.MAPPER.readValue(response.body().bytes(), Answer.class).dataSources();
    }
  }
}
