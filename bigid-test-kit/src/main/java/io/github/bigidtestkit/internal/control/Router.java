package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.internal.http.ControlCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Finds the route of a call; whoever has no key learns nothing of which there are. */
public final class Router {

  /** What the decoder gives for bytes that are not UTF-8. */
  private static final char NO_CHARACTER = '\ufffd';

  private final AccessFilter doorkeeper;
  private final List<Route> routes;

  public Router(AccessFilter doorkeeper, List<Route> routes) {
    this.doorkeeper = doorkeeper;
    this.routes = routes;
  }

  public ControlAnswer answer(FakeBigId bigId, ControlCall call) {
    List<String> segments = segments(call.path());
    List<Route> here = routes.stream().filter(route -> route.match(segments) != null).toList();
    if (here.stream().noneMatch(Route::isOpen)) {
      doorkeeper.requireKey(call);
    }
    if (here.isEmpty()) {
      throw Problem.of(404, "There is nothing at this path. See openapi.yaml for what there is.");
    }
    Route route =
        here.stream()
            .filter(each -> each.takes(call.method()))
            .findFirst()
            .orElseThrow(() -> notAllowed(here));
    Map<String, String> variables = Objects.requireNonNull(route.match(segments));
    return route.action().answer(new RequestContext(bigId, call, variables, query(call, route)));
  }

  private static Problem notAllowed(List<Route> here) {
    TreeSet<String> methods = new TreeSet<>();
    for (Route route : here) {
      methods.add(route.method());
      if (route.method().equals("GET")) {
        methods.add("HEAD");
      }
    }
    String allowed = String.join(", ", methods);
    return Problem.of(405, "The method is not allowed here. Allowed: %s.".formatted(allowed))
        .with("Allow", allowed);
  }

  /** Split before it is decoded: an encoded slash is part of a name, and two dots are a name. */
  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      segments.add(decoded(segment, false));
    }
    return segments;
  }

  private static Map<String, String> query(ControlCall call, Route route) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : call.query().isEmpty() ? new String[0] : call.query().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      String name = decoded(parts[0], true);
      if (!route.parameters().contains(name)) {
        throw Problem.of(
            400,
            "A query parameter is not known here. %s"
                .formatted(
                    route.parameters().isEmpty()
                        ? "There is none; leave it off."
                        : "Known: %s.".formatted(String.join(", ", route.parameters()))));
      }
      if (query.put(name, parts.length < 2 ? "" : decoded(parts[1], true)) != null) {
        throw Problem.of(
            400, "The query parameter [%s] is there twice. Send it once.".formatted(name));
      }
    }
    return query;
  }

  private static String decoded(String text, boolean plusIsSpace) {
    try {
      String encoded = plusIsSpace ? text : text.replace("+", "%2B");
      String decoded = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      if (decoded.indexOf(NO_CHARACTER) < 0) {
        return decoded;
      }
    } catch (IllegalArgumentException strayPercent) {
      // refused below
    }
    throw Problem.of(400, "The URL is not percent-encoded UTF-8. Mend it.");
  }
}
