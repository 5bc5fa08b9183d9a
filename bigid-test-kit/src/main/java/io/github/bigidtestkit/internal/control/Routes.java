package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.control.SandboxControl;
import io.github.bigidtestkit.internal.control.Route.Action;
import java.util.ArrayList;
import java.util.List;

/** All that can be called. The OpenAPI document says the same; a test holds the two together. */
public final class Routes {

  private Routes() {}

  public static List<Route> all() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(page());
    routes.addAll(
        List.of(
            Route.of("GET", "/state", StateCalls::state),
            Route.of("GET", "/choices", StateCalls::choices),
            Route.of("POST", "/reset", StateCalls::reset),
            Route.of("GET", "/clock", ClockCalls::get),
            Route.of("PUT", "/clock", ClockCalls::set),
            Route.of("POST", "/clock/advance", ClockCalls::advance),
            Route.of("POST", "/clock/reset", ClockCalls::reset)));
    routes.addAll(usersAndTokens());
    routes.addAll(faultsAndResources());
    routes.addAll(
        List.of(
            Route.of("GET", "/journal", JournalCalls::news, "since", "limit"),
            Route.of("DELETE", "/journal", JournalCalls::clear),
            Route.of("GET", "/journal/timeline", JournalCalls::timeline),
            Route.of("GET", "/journal/report", JournalCalls::report)));
    return List.copyOf(routes);
  }

  /** What is answered without the key: files that are the same for everybody. */
  private static List<Route> page() {
    Action toPage = visit -> Answers.moved(SandboxControl.PREFIX + "/");
    return List.of(
        Route.open("", toPage),
        Route.open("/", Files.of("page.html", "text/html")),
        Route.open("/page.css", Files.of("page.css", "text/css")),
        Route.open("/page.js", Files.of("page.js", "text/javascript")),
        Route.open("/icon.svg", Files.of("icon.svg", "image/svg+xml")),
        Route.open("/openapi.yaml", Files.of("openapi.yaml", "application/yaml")));
  }

  private static List<Route> usersAndTokens() {
    return List.of(
        Route.of("GET", "/users", UserCalls::all),
        Route.of("GET", "/users/{username}", UserCalls::get),
        Route.of("PUT", "/users/{username}", UserCalls::put),
        Route.of("PATCH", "/users/{username}", UserCalls::patch),
        Route.of("DELETE", "/users/{username}", UserCalls::remove),
        Route.of("POST", "/tokens", TokenCalls::make),
        Route.of("DELETE", "/tokens", TokenCalls::revokeAll, "kind"),
        Route.of("POST", "/tokens/revoke", TokenCalls::revoke),
        Route.of("POST", "/tokens/expire", TokenCalls::expire));
  }

  private static List<Route> faultsAndResources() {
    return List.of(
        Route.of("GET", "/faults", FaultCalls::all),
        Route.of("POST", "/faults", FaultCalls::start),
        Route.of("DELETE", "/faults", FaultCalls::stopAll),
        Route.of("GET", "/faults/{number}", FaultCalls::get),
        Route.of("DELETE", "/faults/{number}", FaultCalls::stop),
        Route.of("GET", "/resources", ResourceCalls::all),
        Route.of("PUT", "/resources", ResourceCalls::put),
        Route.of("DELETE", "/resources", ResourceCalls::remove, "method", "path"));
  }
}
