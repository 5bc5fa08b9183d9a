package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.Resources;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.internal.json.ResourceJson;

/** The protected resources. */
final class ResourceCalls {

  private ResourceCalls() {}

  static ControlAnswer all(RequestContext request) {
    return Answers.ok(request.bigId().resources().all().stream().map(ResourceJson::of).toList());
  }

  /** Registers the resource, or replaces the one for the same calls. */
  static ControlAnswer put(RequestContext request) {
    Resources resources = request.bigId().resources();
    Resource resource = request.body(Resource.class);
    boolean replaces =
        resources.all().stream().anyMatch(each -> each.call().equals(resource.call()));
    resources.register(resource);
    return Answers.json(replaces ? 200 : 201, ResourceJson.of(resource));
  }

  static ControlAnswer remove(RequestContext request) {
    String method = request.parameter("method");
    String path = request.parameter("path");
    if (!request.bigId().resources().remove(method, path)) {
      throw Problem.of(
          404,
          "No resource [%s %s] is registered. See /resources for those that are."
              .formatted(method, path));
    }
    return Answers.done();
  }
}
