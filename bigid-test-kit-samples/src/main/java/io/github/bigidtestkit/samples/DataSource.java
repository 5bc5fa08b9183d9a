package io.github.bigidtestkit.samples;

import com.fasterxml.jackson.databind.JsonNode;

/** A data source in BigID's catalog. */
public record DataSource(String id, String name) {

  static DataSource read(JsonNode json) {
    return new DataSource(json.path("id").asText(), json.path("name").asText());
  }
}
