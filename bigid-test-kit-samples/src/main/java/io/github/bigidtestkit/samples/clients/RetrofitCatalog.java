package io.github.bigidtestkit.samples.clients;

import io.github.bigidtestkit.samples.DataSource;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.GET;

/** The catalog through Retrofit, which stands on OkHttp. Thread-safe. */
public final class RetrofitCatalog implements CatalogClient {

  private final Api api;

  /** A client for one BigID and user. */
  public RetrofitCatalog(URI baseUrl, String userToken, Settings settings) {
    this.api =
        new Retrofit.Builder()
            .baseUrl(baseUrl + "/")
            .client(new OkHttpBigId(baseUrl, userToken, settings).client())
            .addConverterFactory(JacksonConverterFactory.create(Json.MAPPER))
            .build()
            .create(Api.class);
  }

  @Override
  public List<DataSource> list() throws IOException {
    Response<Answer> response = api.list().execute();
    Answer answer = response.body();
    if (answer == null) {
      throw new IOException("BigID answered with status " + response.code());
    }
    return answer.dataSources();
  }

  private interface Api {
    /** A path without a slash: with one, it would begin at the host. */
    @GET("ds-connections")
    Call<Answer> list();
  }
}
