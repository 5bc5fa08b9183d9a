package io.github.bigidtestkit.samples.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.bigidtestkit.samples.DataSource;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of an answer. With status 200 it can still be a refusal (recording). */
record Answer(@Nullable Boolean success, @Nullable String systemToken, @Nullable Data data) {

  record Data(@JsonProperty("ds_connections") @Nullable List<DataSource> connections) {}

  /** The token that was asked for. */
  String token() throws IOException {
    return require(systemToken);
  }

  /** The data sources that were asked for. */
  List<DataSource> dataSources() throws IOException {
    return require(require(data).connections());
  }

  private <T> T require(@Nullable T part) throws IOException {
    if (Boolean.FALSE.equals(success)) {
      throw new NotAuthenticatedException();
    }
    if (part == null) {
      throw new IOException("BigID's answer has not what was asked for");
    }
    return part;
  }
}
