package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.internal.json.Json;
import io.github.bigidtestkit.journal.Rejection.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a login (contract: both fields are required strings). */
record Login(String username, String password) {

  /**
   * Reads a login. Fields that the contract does not know are skipped.
   *
   * @throws Refusal if the body is no login
   */
  static Login from(Request request) {
    requireJson(request.contentType());
    Map<?, ?> fields = fields(BodyEncoding.text(request.contentType(), request.body()));
    return new Login(required("username", fields), required("password", fields));
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

  private static Map<?, ?> fields(String body) {
    if (body.isBlank()) {
      throw malformed("The body is empty; it must be a JSON object");
    }
    try {
      Object value = Json.readAny(body);
      if (value instanceof Map<?, ?> fields) {
        return fields;
      }
      throw malformed("The body is %s; it must be a JSON object".formatted(kind(value)));
    } catch (Json.DuplicateKeyException twice) {
      throw Refusal.of(Reason.DUPLICATE_FIELD, "The body is ambiguous: " + twice.getMessage());
    } catch (IOException notJson) {
      throw malformed("The body is not JSON: " + Json.reason(notJson));
    }
  }

  private static Refusal malformed(String explanation) {
    return Refusal.of(Reason.MALFORMED_JSON, explanation);
  }

  private static String required(String name, Map<?, ?> fields) {
    if (!fields.containsKey(name)) {
      throw invalid("The field [%s] is missing".formatted(name));
    }
    if (!(fields.get(name) instanceof String value)) {
      String kind = kind(fields.get(name));
      throw invalid("The field [%s] is %s; it must be a string".formatted(name, kind));
    }
    if (value.isBlank()) {
      throw invalid("The field [%s] is blank".formatted(name));
    }
    return value;
  }

  private static Refusal invalid(String explanation) {
    return Refusal.of(Reason.INVALID_FIELD, explanation);
  }

  private static String kind(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Map) {
      return "an object";
    }
    if (value instanceof List) {
      return "an array";
    }
    return value instanceof Boolean
        ? "a boolean"
        : value instanceof String ? "a string" : "a number";
  }

  @Override
  public String toString() {
    return "Login[" + username + "]";
  }
}
