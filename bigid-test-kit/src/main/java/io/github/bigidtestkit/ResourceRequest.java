package io.github.bigidtestkit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a resource, for functions that answer it. Its token was accepted. Immutable.
 *
 * @param method the HTTP method
 * @param path the whole path, decoded, such as {@code /api/v1/tasks/7}
 * @param variables the segments that the variables of the resource's path matched, by their names
 * @param query the parameters of the query, decoded
 * @param headers the headers without credentials; names in any case
 * @param body the body as UTF-8; empty if there is none
 * @param user the user of the token
 */
public record ResourceRequest(
    String method,
    String path,
    Map<String, String> variables,
    Map<String, List<String>> query,
    Map<String, String> headers,
    String body,
    String user) {

  /** The first value of a parameter of the query, or null if it is not there. */
  public @Nullable String query(String name) {
    List<String> values = query.get(name);
    return values == null ? null : values.get(0);
  }
}
