package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.internal.http.ControlAnswer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A method and a path, and how calls are answered there.
 *
 * @param method the HTTP method
 * @param path the path below the prefix; one segment can be a variable in braces
 * @param parameters the names of the query parameters
 * @param isOpen whether calls without the key are answered
 */
record Route(String method, String path, List<String> parameters, boolean isOpen, Action action) {

  /** Answers calls. */
  interface Action {
    ControlAnswer answer(RequestContext request);
  }

  /** All calls there are. A test compares them with the OpenAPI document. */
  static final List<Route> ALL =
      List.of(
          open("", request -> Answers.moved(ControlServer.PREFIX + "/")),
          open("/", request -> Answers.file("text/html", "page.html")),
          open("/page.css", request -> Answers.file("text/css", "page.css")),
          open("/page.js", request -> Answers.file("text/javascript", "page.js")),
          open("/icon.svg", request -> Answers.file("image/svg+xml", "icon.svg")),
          open("/openapi.yaml", request -> Answers.file("application/yaml", "openapi.yaml")),
          of("GET", "/state", StateCalls::state),
          of("GET", "/choices", StateCalls::choices),
          of("POST", "/reset", StateCalls::reset),
          of("GET", "/dialect", StateCalls::dialect),
          of("PUT", "/dialect", StateCalls::setDialect),
          of("GET", "/clock", ClockCalls::get),
          of("PUT", "/clock", ClockCalls::set),
          of("POST", "/clock/advance", ClockCalls::advance),
          of("POST", "/clock/reset", ClockCalls::reset),
          of("GET", "/users", UserCalls::all),
          of("GET", "/users/{username}", UserCalls::get),
          of("PUT", "/users/{username}", UserCalls::put),
          of("PATCH", "/users/{username}", UserCalls::patch),
          of("DELETE", "/users/{username}", UserCalls::remove),
          of("POST", "/tokens", TokenCalls::make),
          of("DELETE", "/tokens", TokenCalls::revokeAll, "kind"),
          of("POST", "/tokens/revoke", TokenCalls::revoke),
          of("POST", "/tokens/expire", TokenCalls::expire),
          of("GET", "/faults", FaultCalls::all),
          of("POST", "/faults", FaultCalls::start),
          of("DELETE", "/faults", FaultCalls::stopAll),
          of("GET", "/faults/{number}", FaultCalls::get),
          of("DELETE", "/faults/{number}", FaultCalls::stop),
          of("GET", "/resources", ResourceCalls::all),
          of("PUT", "/resources", ResourceCalls::put),
          of("DELETE", "/resources", ResourceCalls::remove, "method", "path"),
          of("GET", "/journal", JournalCalls::news, "since", "limit"),
          of("DELETE", "/journal", JournalCalls::clear),
          of("GET", "/journal/timeline", JournalCalls::timeline),
          of("GET", "/journal/report", JournalCalls::report));

  private static Route of(String method, String path, Action action, String... parameters) {
    return new Route(method, path, List.of(parameters), false, action);
  }

  private static Route open(String path, Action action) {
    return new Route("GET", path, List.of(), true, action);
  }

  /** A pattern of the path, still percent-encoded, whose group is the variable. */
  Pattern pattern() {
    return Pattern.compile(path.replaceFirst("\\{.*}", "([^/]+)").replace(".", "\\."));
  }
}
