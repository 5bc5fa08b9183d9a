package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.LoginFormat;
import io.github.bigidtestkit.internal.dialect.CallForm;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.internal.json.Json;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a login (contract: both fields are required strings; clients: also as a form). */
record Login(String username, String password) {

  /**
   * Reads a login. Fields that the contract does not know are skipped.
   *
   * @throws Refusal if the body is no login, or in a form that the dialect does not accept
   */
  static Login from(Request request) {
    Rejection problem = CallForm.login(request.rules(), request.contentType());
    if (problem != null) {
      throw Refusal.of(problem);
    }
    String body = BodyEncoding.text(request.contentType(), request.body());
    boolean form = CallForm.format(request.contentType()) == LoginFormat.FORM;
    Map<?, ?> fields = form ? formFields(body) : fields(body);
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

  private static Map<?, ?> formFields(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.isEmpty() ? new String[0] : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      String name = decoded(parts[0]);
      if (fields.put(name, parts.length < 2 ? "" : decoded(parts[1])) != null) {
        throw Refusal.of(
            Reason.DUPLICATE_FIELD,
            "The form has the field [%s] twice".formatted(Printable.of(name)));
      }
    }
    return fields;
  }

  private static String decoded(String encoded) {
    try {
      String decoded = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      if (decoded.indexOf('\ufffd') < 0) {
        return decoded;
      }
    } catch (IllegalArgumentException strayPercent) {
      // refused below
    }
    throw malformed("The form is not percent-encoded UTF-8");
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
