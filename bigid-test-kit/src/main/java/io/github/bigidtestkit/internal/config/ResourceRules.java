package io.github.bigidtestkit.internal.config;

import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.internal.dialect.PathTemplate;
import java.util.List;
import java.util.Map;

/** Which resources can stand beside each other. */
public final class ResourceRules {

  private ResourceRules() {}

  /** Checks all resources of a configuration. */
  public static void requireDistinct(List<Resource> resources) {
    ConfigRules.requireUnique(
        resources,
        Resource::call,
        "resource [%s] is declared twice. Method, path, query and headers must be unique; remove one.");
    for (int i = 1; i < resources.size(); i++) {
      requireDistinct(resources.get(i), resources.subList(0, i));
    }
  }

  /** Checks that no call is equally near to a resource and to one of the others. */
  public static void requireDistinct(Resource resource, List<Resource> others) {
    for (Resource other : others) {
      if (isLike(resource, other)) {
        throw new IllegalArgumentException(
            "resources [%s] and [%s] can't be told apart: some calls match both, and neither is more specific. Add a condition to one, or remove it."
                .formatted(other.call(), resource.call()));
      }
    }
  }

  private static boolean isLike(Resource one, Resource other) {
    return one.method().equals(other.method())
        && PathTemplate.parse(one.path()).shape().equals(PathTemplate.parse(other.path()).shape())
        && one.query().size() + one.headers().size()
            == other.query().size() + other.headers().size()
        && !contradict(one.query(), other.query())
        && !contradict(one.headers(), other.headers());
  }

  private static boolean contradict(Map<String, String> one, Map<String, String> other) {
    return one.entrySet().stream()
        .anyMatch(
            condition ->
                !condition
                    .getValue()
                    .equals(other.getOrDefault(condition.getKey(), condition.getValue())));
  }
}
