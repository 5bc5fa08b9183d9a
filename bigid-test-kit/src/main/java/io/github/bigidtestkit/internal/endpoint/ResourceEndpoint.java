package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Answer;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.ResourceRequest;
import io.github.bigidtestkit.Users;
import io.github.bigidtestkit.internal.dialect.Api;
import io.github.bigidtestkit.internal.dialect.CallForm;
import io.github.bigidtestkit.internal.fault.FailedPredicateException;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

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
    if (!request.insideApi() && resources.at(request.target()).isEmpty()) {
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
    ResourceRegistry.Entry entry = find(request, caller);
    requirePermission(entry.resource, caller);
    return Response.of(request.rules(), answer(entry, request, caller))
        .of(caller.claims().user(), caller.shown(), null);
  }

  private static Answer answer(
      ResourceRegistry.Entry entry, Request request, Authenticated caller) {
    Resource resource = entry.resource;
    if (resource.function() != null) {
      return computed(resource, resource.function(), entry.seen(request, caller.claims().user()));
    }
    Answer answer = entry.next(request.method());
    if (answer == null) {
      throw Refusal.of(
              Reason.NOT_REGISTERED,
              "Resource [%s] has ended: its %s answers were given"
                  .formatted(resource.call(), resource.answers().size()))
          .to(caller.shown());
    }
    return answer;
  }

  private static Answer computed(
      Resource resource,
      Function<? super ResourceRequest, Answer> function,
      ResourceRequest request) {
    try {
      return Objects.requireNonNull(function.apply(request), "it returned null");
    } catch (RuntimeException | Error failed) {
      throw FailedPredicateException.ofResource(resource.call(), failed);
    }
  }

  /** A login or exchange whose path has a slash too many looks like a call without a token. */
  private Authenticated authenticate(Request request) {
    try {
      return authentication.require(request, ACCEPTED);
    } catch (Refusal refusal) {
      throw refusal.hinting(hint(request.target(), refusal.rejection().reason()));
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

  private ResourceRegistry.Entry find(Request request, Authenticated caller) {
    ResourceRegistry.Entry found = resources.find(request);
    if (found != null) {
      return found;
    }
    List<String> methods =
        resources.at(request.target()).stream()
            .map(entry -> entry.resource.method())
            .distinct()
            .toList();
    boolean otherMethod = !methods.isEmpty() && !methods.contains(request.method());
    Refusal refusal =
        otherMethod
            ? Refusal.ofMethod(request.method(), methods)
            : Refusal.of(Reason.NOT_REGISTERED, resources.explain(request));
    throw refusal.to(caller.shown());
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
