package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.internal.http.ControlCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Finds the route of a call. Callers without the key don't learn which routes exist. */
final class Router {

  /** What the decoder returns for bytes that are not UTF-8. */
  private static final char NO_CHARACTER = '\ufffd';

  private Router() {}

  static ControlAnswer answer(FakeBigId bigId, ControlCall call, AccessFilter access) {
    List<Route> here =
        Route.ALL.stream().filter(route -> route.pattern().matcher(call.path()).matches()).toList();
    if (here.stream().noneMatch(Route::isOpen)) {
      access.requireKey(call);
    }
    if (here.isEmpty()) {
      throw Problem.of(404, "There is nothing at this path. See openapi.yaml for all paths.");
    }
    String method = call.method().equals("HEAD") ? "GET" : call.method();
    Route route =
        here.stream()
            .filter(each -> each.method().equals(method))
            .findFirst()
            .orElseThrow(() -> notAllowed(here));
    return route
        .action()
        .answer(new RequestContext(bigId, call, variable(route, call), query(route, call)));
  }

  private static Problem notAllowed(List<Route> here) {
    TreeSet<String> methods = new TreeSet<>(here.stream().map(Route::method).toList());
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    String allowed = String.join(", ", methods);
    return Problem.of(405, "The method is not allowed here. Allowed: %s.".formatted(allowed))
        .with("Allow", allowed);
  }

  /** Decoded after the path is split: an encoded slash is part of the value. */
  private static String variable(Route route, ControlCall call) {
    Matcher matcher = route.pattern().matcher(call.path());
    return matcher.matches() && matcher.groupCount() == 1
        ? decoded(matcher.group(1).replace("+", "%2B"))
        : "";
  }

  private static Map<String, String> query(Route route, ControlCall call) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : call.query().isEmpty() ? new String[0] : call.query().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      String name = decoded(parts[0]);
      if (!route.parameters().contains(name)) {
        throw Problem.of(
            400,
            "A query parameter is not known here. Known: [%s]."
                .formatted(String.join(", ", route.parameters())));
      }
      if (query.put(name, parts.length < 2 ? "" : decoded(parts[1])) != null) {
        throw Problem.of(
            400, "The query parameter [%s] is there twice. Send it once.".formatted(name));
      }
    }
    return query;
  }

  private static String decoded(String encoded) {
    try {
      String decoded = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      if (decoded.indexOf(NO_CHARACTER) < 0) {
        return decoded;
      }
    } catch (IllegalArgumentException strayPercent) {
      // refused below
    }
    throw Problem.of(400, "The URL is not percent-encoded UTF-8. Fix it.");
  }
}
