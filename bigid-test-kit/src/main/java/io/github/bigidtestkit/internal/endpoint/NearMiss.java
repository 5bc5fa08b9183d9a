package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.internal.dialect.PathTemplate;
import io.github.bigidtestkit.internal.journal.Redaction;
import io.github.bigidtestkit.internal.json.Likeness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Explains why no resource matches a call, by the one that nearly does. */
final class NearMiss {

  /** Longer paths are not compared letter by letter. */
  private static final int LONGEST = 200;

  private final PathTemplate template;
  private final Resource resource;
  private final Request request;

  private NearMiss(PathTemplate template, Resource resource, Request request) {
    this.template = template;
    this.resource = resource;
    this.request = request;
  }

  /** The conditions of a resource that a call does not meet, in words. */
  static List<String> unmet(Resource resource, Request request) {
    if (resource.query().isEmpty() && resource.headers().isEmpty()) {
      return List.of();
    }
    List<String> unmet = new ArrayList<>();
    compare("parameter", resource.query(), request.firstParameters(), unmet);
    compare("header", resource.headers(), request.headers(), unmet);
    return unmet;
  }

  private static void compare(
      String what, Map<String, String> expected, Map<String, String> actual, List<String> unmet) {
    expected.forEach(
        (name, value) -> {
          String seen = actual.get(name);
          if (!value.equals(seen)) {
            unmet.add(
                seen == null
                    ? "there is no %s [%s]".formatted(what, name)
                    : "the %s [%s] is [%s]".formatted(what, name, Redaction.value(name, seen)));
          }
        });
  }

  static String explain(List<ResourceRegistry.Entry> entries, Request request) {
    if (entries.isEmpty()) {
      return "No resource is registered here. Nothing is registered now: use resources().protect in the test, or @ProtectedResource";
    }
    return "No resource is registered here. "
        + entries.stream()
            .map(entry -> entry.resource.call())
            .collect(Collectors.joining(", ", "Registered are: ", ""))
        + entries.stream()
            .map(entry -> new NearMiss(entry.template, entry.resource, request))
            .filter(NearMiss::isNear)
            .min(
                Comparator.comparingInt(NearMiss::distance)
                    .thenComparingInt(each -> each.differences().size()))
            .map(NearMiss::text)
            .orElse("");
  }

  private int distance() {
    return Likeness.distance(request.target(), template.filled(request.target()));
  }

  private boolean isNear() {
    String target = request.target();
    return template.matches(target)
        || (target.length() <= LONGEST && Likeness.isNear(target, template.filled(target)));
  }

  private String text() {
    return ". The nearest is [%s], but %s"
        .formatted(resource.call(), String.join(" and ", differences()));
  }

  private List<String> differences() {
    List<String> differences = new ArrayList<>();
    if (!template.matches(request.target())) {
      differences.add("the path is [%s]".formatted(request.target()));
    }
    if (!resource.method().equals(request.method())) {
      differences.add("the method is [%s]".formatted(request.method()));
    }
    differences.addAll(unmet(resource, request));
    return differences;
  }
}
