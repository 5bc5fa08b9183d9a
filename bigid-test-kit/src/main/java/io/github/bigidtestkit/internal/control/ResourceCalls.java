package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.Resources;
import io.github.bigidtestkit.internal.config.SandboxJson;
import io.github.bigidtestkit.internal.http.ControlAnswer;

/** What is behind the login. */
final class ResourceCalls {

  private ResourceCalls() {}

  static ControlAnswer all(RequestContext visit) {
    return Answers.ok(visit.bigId().resources().all().stream().map(Views::resource).toList());
  }

  /** Registers the answer, or puts it in place of the one for the same method and path. */
  static ControlAnswer put(RequestContext visit) {
    Resources resources = visit.bigId().resources();
    Resource resource = SandboxJson.resource("", "", visit.text());
    boolean fresh =
        resources.all().stream()
            .noneMatch(
                each ->
                    each.method().equals(resource.method()) && each.path().equals(resource.path()));
    resources.register(resource);
    return Answers.json(fresh ? 201 : 200, Views.resource(resource));
  }

  static ControlAnswer remove(RequestContext visit) {
    String method = visit.requiredParameter("method");
    String path = visit.requiredParameter("path");
    if (!visit.bigId().resources().remove(method, path)) {
      throw Problem.of(
          404,
          "No resource [%s %s] is registered. See /resources for those that are."
              .formatted(method, path));
    }
    return Answers.done();
  }
}
