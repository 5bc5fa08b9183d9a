package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.internal.http.ControlAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A method and a path, and what is done there.
 *
 * @param method the HTTP method
 * @param path below the prefix; segments in braces are variables
 * @param parameters the query parameters that are known
 * @param isOpen whether it is answered without the key
 * @param action what is done
 */
public record Route(
    String method, String path, List<String> parameters, boolean isOpen, Action action) {

  /** What a route does. */
  @FunctionalInterface
  interface Action {
    ControlAnswer answer(RequestContext visit);
  }

  static Route of(String method, String path, Action action, String... parameters) {
    return new Route(method, path, List.of(parameters), false, action);
  }

  static Route open(String path, Action action) {
    return new Route("GET", path, List.of(), true, action);
  }

  boolean takes(String asked) {
    return method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
  }

  /** The variables of a path that is split and decoded, or null where it is another path. */
  @Nullable Map<String, String> match(List<String> segments) {
    List<String> template = List.of(path.split("/", -1));
    if (template.size() != segments.size()) {
      return null;
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < template.size(); i++) {
      String expected = template.get(i);
      if (expected.startsWith("{") && !segments.get(i).isEmpty()) {
        variables.put(expected.substring(1, expected.length() - 1), segments.get(i));
      } else if (!expected.equals(segments.get(i))) {
        return null;
      }
    }
    return variables;
  }
}
