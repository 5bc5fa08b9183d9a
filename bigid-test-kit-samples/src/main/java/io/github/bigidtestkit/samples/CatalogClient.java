package io.github.bigidtestkit.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the catalog of data sources. All methods throw {@link BigIdException} if they can't. */
public final class CatalogClient {

  private static final String PATH = "/ds-connections";

  private final BigIdClient bigId;

  /** A client on top of another. */
  public CatalogClient(BigIdClient bigId) {
    this.bigId = bigId;
  }

  /** All data sources. */
  public List<DataSource> list() {
    List<DataSource> all = new ArrayList<>();
    for (JsonNode json : bigId.get(PATH).path("data")) {
      all.add(DataSource.read(json));
    }
    return all;
  }

  /** One data source. */
  public DataSource get(String id) {
    return DataSource.read(bigId.get(PATH + "/" + segment(id)));
  }

  private static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
