package io.github.bigidtestkit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bigidtestkit.Resource;
import org.jspecify.annotations.Nullable;

/** A protected resource in JSON. */
final class ResourceJson {

  private String method = "GET";
  private @Nullable String path;
  private @Nullable String permission;
  private @Nullable JsonNode json;

  Resource resource() {
    if (path == null) {
      throw new IllegalArgumentException("there is no path. Add it.");
    }
    return new Resource(method, path, permission, body());
  }

  /** A text is sent as it stands, and must be JSON by itself. */
  private String body() {
    if (json == null) {
      return "{}";
    }
    if (!json.isContainerNode() && !json.isTextual()) {
      throw new IllegalArgumentException(
          "json [%s] must be an object, an array, or text that is JSON. Leave it out for [{}]."
              .formatted(json));
    }
    return json.isTextual() ? json.textValue() : json.toString();
  }
}
