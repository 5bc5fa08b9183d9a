package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Users;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.internal.json.Json;
import io.github.bigidtestkit.internal.token.IssuedToken;
import io.github.bigidtestkit.token.TokenKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code POST /refresh-access-token}: a user token for a system token (contract). Real clients send
 * {@code GET} (observed), which all dialects but the specification's accept.
 */
final class RefreshEndpoint {

  private static final Set<TokenKind> ACCEPTED = EnumSet.of(TokenKind.USER);

  private final Authentication authentication;
  private final Users users;

  RefreshEndpoint(Authentication authentication, Users users) {
    this.authentication = authentication;
    this.users = users;
  }

  Response answer(Request request, Dialect dialect, Issuer issuer) {
    List<String> allowed =
        dialect == Dialect.SPECIFICATION ? List.of("POST") : List.of("GET", "POST");
    if (!allowed.contains(request.method())) {
      throw Refusal.ofMethod(request.method(), allowed);
    }
    Authenticated caller = authentication.require(request, ACCEPTED, dialect);
    IssuedToken token = issuer.issue(TokenKind.SYSTEM, users.get(caller.claims().user()));
    Response response = Response.json(body(token));
    return (dialect == Dialect.OBSERVED ? response.as(Response.HTML) : response)
        .of(caller.claims().user(), caller.shown(), token.claims());
  }

  private static byte[] body(IssuedToken token) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", true);
    body.put("systemToken", token.text());
    return Json.write(body);
  }
}
