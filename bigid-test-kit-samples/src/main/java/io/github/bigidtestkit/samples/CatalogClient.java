package io.github.bigidtestkit.samples;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bigidtestkit.samples.BigIdException.Reason;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads what BigID knows. All methods throw {@link BigIdException} if they can't. */
public final class CatalogClient {

  private static final int PAGE = 100;

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

  /** The names of all tables and files in the catalog, read in pages of a hundred. */
  public List<String> objects() {
    List<String> all = new ArrayList<>();
    List<String> page;
    do {
      page =
          read(
              "/data-catalog",
              "?skip=%s&limit=%s".formatted(all.size(), PAGE),
              "/results",
              json -> json.path("objectName").asText());
      all.addAll(page);
    } while (page.size() == PAGE);
    return all;
  }

  /** An answer without what was asked for is no empty list. */
  private <T> List<T> read(String path, String place, Function<JsonNode, T> reader) {
    return read(path, "", place, reader);
  }

  private <T> List<T> read(String path, String query, String place, Function<JsonNode, T> reader) {
    JsonNode items = bigId.get(path + query).at(place);
    if (!items.isArray()) {
      throw new BigIdException(
          Reason.UNAVAILABLE, "BigID answered GET %s without [%s]".formatted(path, place));
    }
    return items.valueStream().map(reader).toList();
  }
}
