package com.example.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The body of an answer. With status 200 it can still be a refusal (recording). */
record Answer(Boolean success, String systemToken, Data data) {

  record Data(@JsonProperty("ds_connections") List<DataSource> connections) {}

  record DataSource(String name, String type) {}

  /** The token that was asked for. */
  String token() {
    return require(systemToken);
  }

  /** The data sources that were asked for. */
  List<DataSource> dataSources() {
    return require(require(data).connections());
  }

  private <T> T require(T part) {
    if (part == null) {
      throw new IllegalStateException(
          Boolean.FALSE.equals(success)
              ? "BigID refuses the token"
              : "BigID's answer is incomplete");
    }
    return part;
  }
}
