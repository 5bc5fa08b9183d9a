package io.github.bigidtestkit.control;

import io.github.bigidtestkit.config.SandboxJson;
import io.github.bigidtestkit.server.ControlAnswer;
import io.github.bigidtestkit.server.Resource;
import io.github.bigidtestkit.server.Resources;

/** What is behind the login. */
final class ResourceCalls {

  private ResourceCalls() {}

  static ControlAnswer all(Visit visit) {
    return Answers.ok(visit.bigId().resources().all().stream().map(Views::resource).toList());
  }

  /** Registers the answer, or puts it in place of the one for the same method and path. */
  static ControlAnswer put(Visit visit) {
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

  static ControlAnswer remove(Visit visit) {
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
