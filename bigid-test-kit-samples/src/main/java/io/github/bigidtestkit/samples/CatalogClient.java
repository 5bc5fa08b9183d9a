package io.github.bigidtestkit.samples;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bigidtestkit.samples.BigIdException.Reason;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** Reads what BigID knows. All methods throw {@link BigIdException} if they can't. */
public final class CatalogClient {

  private final BigIdClient bigId;

  /**
   * A client with the usual settings.
   *
   * @param baseUrl such as {@code https://bigid.example.com/api/v1}
   * @param userToken made by an administrator
   */
  public CatalogClient(URI baseUrl, String userToken) {
    this(new BigIdClient(baseUrl, Credentials.userToken(userToken)));
  }

  /** A client on top of another. */
  public CatalogClient(BigIdClient bigId) {
    this.bigId = bigId;
  }

  /** All data sources. */
  public List<DataSource> list() {
    return read(
        "/ds-connections",
        "/data/ds_connections",
        json -> new DataSource(json.path("name").asText(), json.path("type").asText()));
  }

  /** The names of all tables and files in the catalog. */
  public List<String> objects() {
    return read("/data-catalog", "/results", json -> json.path("objectName").asText());
  }

  /** An answer without what was asked for is no empty list. */
  private <T> List<T> read(String path, String place, Function<JsonNode, T> reader) {
    JsonNode items = bigId.get(path).at(place);
    if (!items.isArray()) {
      throw new BigIdException(
          Reason.UNAVAILABLE, "BigID answered GET %s without [%s]".formatted(path, place));
    }
    return items.valueStream().map(reader).toList();
  }
}
