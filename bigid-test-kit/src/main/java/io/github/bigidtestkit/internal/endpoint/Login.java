package io.github.bigidtestkit.internal.endpoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.internal.json.Json;
import io.github.bigidtestkit.journal.Rejection.Reason;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a login (contract: both fields are required strings). */
record Login(String username, String password) {

  private static final List<String> FIELDS = List.of("username", "password");

  /**
   * Reads a login; refused is a body that is none. Fields that the contract does not know are
   * skipped.
   */
  static Login from(Request request) {
    requireJson(request.contentType());
    try (JsonParser json = Json.parser(request.body())) {
      Map<String, @Nullable String> fields = fields(json);
      return new Login(required("username", fields), required("password", fields));
    } catch (IOException malformed) {
      throw Refusal.of(Reason.MALFORMED_JSON, "The body is not JSON: " + Json.reason(malformed));
    }
  }

  /** Who logs in, or null where that can't be read. */
  static @Nullable String nameIn(Request request) {
    try {
      return from(request).username();
    } catch (Refusal notALogin) {
      return null;
    }
  }

  private static void requireJson(@Nullable String contentType) {
    String[] parts = contentType == null ? new String[] {""} : contentType.split(";", -1);
    String type = parts[0].strip().toLowerCase(Locale.ROOT);
    if (!type.equals("application/json")) {
      throw Refusal.of(
          Reason.UNSUPPORTED_CONTENT_TYPE,
          contentType == null
              ? "There is no Content-Type header; it must be application/json"
              : "The Content-Type is [%s]; it must be application/json"
                  .formatted(Printable.of(type)));
    }
  }

  private static Map<String, @Nullable String> fields(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw Refusal.of(
          Reason.MALFORMED_JSON,
          json.currentToken() == null
              ? "The body is empty; it must be a JSON object"
              : "The body is %s; it must be a JSON object".formatted(kind(json)));
    }
    Map<String, @Nullable String> fields = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if (FIELDS.contains(name)) {
        fields.put(name, string(name, json));
      } else {
        json.skipChildren();
      }
    }
    if (json.nextToken() != null) {
      throw Refusal.of(Reason.MALFORMED_JSON, "The body goes on behind the JSON object");
    }
    return fields;
  }

  private static String string(String name, JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw invalid("The field [%s] is %s; it must be a string".formatted(name, kind(json)));
    }
    return json.getText();
  }

  private static String required(String name, Map<String, @Nullable String> fields) {
    String value = fields.get(name);
    if (value == null) {
      throw invalid("The field [%s] is missing".formatted(name));
    }
    if (value.isBlank()) {
      throw invalid("The field [%s] is blank".formatted(name));
    }
    return value;
  }

  private static Refusal invalid(String explanation) {
    return Refusal.of(Reason.INVALID_FIELD, explanation);
  }

  private static String kind(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL -> "null";
      case VALUE_STRING -> "a string";
      default -> "a number";
    };
  }

  @Override
  public String toString() {
    return "Login[" + username + "]";
  }
}
