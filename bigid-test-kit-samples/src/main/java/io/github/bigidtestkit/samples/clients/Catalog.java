package io.github.bigidtestkit.samples.clients;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** A page of the catalog of data sources. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Catalog(List<DataSource> data) {

  /** Where data lies. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record DataSource(String id, String name) {}
}
