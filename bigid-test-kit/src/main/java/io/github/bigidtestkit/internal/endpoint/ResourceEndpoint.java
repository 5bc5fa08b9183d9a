package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.Users;
import io.github.bigidtestkit.internal.dialect.CallForm;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything behind the login. The token is checked first, so that a caller without one learns
 * nothing.
 */
final class ResourceEndpoint {

  private static final Set<TokenKind> ACCEPTED = EnumSet.of(TokenKind.SESSION, TokenKind.SYSTEM);

  private final Authentication authentication;
  private final ResourceRegistry resources;
  private final Users users;

  ResourceEndpoint(Authentication authentication, ResourceRegistry resources, Users users) {
    this.authentication = authentication;
    this.resources = resources;
    this.users = users;
  }

  Response answer(Request request) {
    if (!request.insideApi()) {
      throw Refusal.of(
          Reason.OUTSIDE_API,
          "The path is outside of %s. The base URL ends in it; check how the client joins the two"
              .formatted(Api.PREFIX));
    }
    Rejection path = CallForm.path(request.rules(), request.path());
    if (path != null) {
      throw Refusal.of(path);
    }
    Authenticated caller = authenticate(request);
    Resource resource = find(request, caller);
    requirePermission(resource, caller);
    return Response.granted(request.rules(), resource.json().getBytes(StandardCharsets.UTF_8))
        .of(caller.claims().user(), caller.shown(), null);
  }

  /** A login or exchange whose path has a slash too many looks like a call without a token. */
  private Authenticated authenticate(Request request) {
    try {
      return authentication.require(request, ACCEPTED);
    } catch (Refusal refusal) {
      throw refusal.hinting(hint(request.pathBelowApi(), refusal.rejection().reason()));
    }
  }

  private static String hint(String path, Reason reason) {
    String tidy = path.replaceAll("/+", "/").replaceAll("/$", "");
    for (String endpoint : List.of(Api.SESSIONS, Api.REFRESH)) {
      if (tidy.endsWith(endpoint)) {
        return "; did the client mean %s%s? Check how it joins base URL and path"
            .formatted(Api.PREFIX, endpoint);
      }
    }
    return reason == Reason.TOKEN_WRONG_KIND
        ? "; a user token is exchanged at %s%s".formatted(Api.PREFIX, Api.REFRESH)
        : "";
  }

  private Resource find(Request request, Authenticated caller) {
    List<Resource> here = resources.at(request.pathBelowApi());
    if (here.isEmpty()) {
      throw Refusal.of(Reason.NOT_REGISTERED, "No resource is registered here. " + registered())
          .to(caller.shown());
    }
    return here.stream()
        .filter(resource -> resource.method().equals(request.method()))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.ofMethod(
                        request.method(), here.stream().map(Resource::method).distinct().toList())
                    .to(caller.shown()));
  }

  private String registered() {
    return resources.all().isEmpty()
        ? "Nothing is registered now: use resources().protect in the test, or @ProtectedResource"
        : resources.all().stream()
            .map(Resource::call)
            .collect(Collectors.joining(", ", "Registered are: ", ""));
  }

  /** Tokens carry no permissions; what counts is what the user has now. */
  private void requirePermission(Resource resource, Authenticated caller) {
    String permission = resource.permission();
    String name = caller.claims().user();
    if (permission != null
        && users.find(name).filter(user -> user.permissions().contains(permission)).isEmpty()) {
      throw Refusal.of(
              Reason.PERMISSION_MISSING,
              "Permission [%s] is required; user [%s] does not have it".formatted(permission, name))
          .to(caller.shown());
    }
  }
}
