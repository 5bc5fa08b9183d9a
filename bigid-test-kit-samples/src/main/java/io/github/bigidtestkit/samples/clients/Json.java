package io.github.bigidtestkit.samples.clients;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The one mapper: making one is costly. */
final class Json {

  static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}
}
