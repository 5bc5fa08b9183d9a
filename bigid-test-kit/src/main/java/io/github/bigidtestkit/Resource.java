package io.github.bigidtestkit;

import io.github.bigidtestkit.internal.endpoint.PathTemplate;
import io.github.bigidtestkit.internal.json.Json;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A canned answer behind the login.
 *
 * @param method the HTTP method, in upper case
 * @param path the path below the base URL; segments in braces match any one segment
 * @param permission the permission that the user of the token must have, or null if any sound
 *     session or system token will do
 * @param json the body of the answer
 */
public record Resource(String method, String path, @Nullable String permission, String json) {

  /** All of RFC 9110 that have an answer of their own, and PATCH. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

  /**
   * Validates.
   *
   * @throws IllegalArgumentException if the method is none of HTTP, if the path does not begin with
   *     a slash, repeats {@code /api/v1}, has a query or is an endpoint of the sandbox, if the
   *     permission is blank, or if the body is not JSON
   */
  public Resource {
    method = method.toUpperCase(Locale.ROOT);
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException(
          "resource method [%s] is not an HTTP method. Write one such as [GET].".formatted(method));
    }
    PathTemplate.parse(path);
    if (permission != null && permission.isBlank()) {
      throw new IllegalArgumentException(
          "resource [%s %s] asks for a blank permission. Name it, or leave it out."
              .formatted(method, path));
    }
    String problem = Json.problemOf(json);
    if (problem != null) {
      throw new IllegalArgumentException(
          "resource [%s %s] has a body that is not JSON (%s). Fix it, or use [{}]."
              .formatted(method, path, problem));
    }
  }

  public String call() {
    return method + " " + path;
  }
}
