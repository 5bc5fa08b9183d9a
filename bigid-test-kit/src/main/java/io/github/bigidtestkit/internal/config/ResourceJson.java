package io.github.bigidtestkit.internal.config;

import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.internal.config.Value.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is behind the login. */
final class ResourceJson {

  private static final List<String> KEYS = List.of("method", "path", "permission", "json");

  private ResourceJson() {}

  static Resource read(Value value) {
    Fields fields = new Fields(value, KEYS);
    String method = fields.textOr("method", "GET");
    String path = fields.requiredText("path");
    String permission = fields.text("permission");
    String json = body(fields.value("json"));
    try {
      return new Resource(method, path, permission, json);
    } catch (IllegalArgumentException wrong) {
      throw value.spot().wrong(wrong);
    }
  }

  /** As it is to be sent: text is sent as it stands, and must be JSON by itself. */
  private static String body(@Nullable Value json) {
    if (json == null) {
      return "{}";
    }
    if (!json.is(Kind.OBJECT) && !json.is(Kind.ARRAY) && !json.is(Kind.TEXT)) {
      throw json.mustBe("an object, an array, or text that is JSON", "Leave it out for [{}].");
    }
    return json.is(Kind.TEXT) ? json.text() : json.json();
  }
}
