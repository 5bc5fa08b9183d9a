package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Users;
import io.github.bigidtestkit.internal.dialect.CallForm;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.internal.json.Json;
import io.github.bigidtestkit.internal.token.IssuedToken;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.token.TokenKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * {@code /refresh-access-token}: a user token for a system token, by {@code POST} (contract) or
 * {@code GET} (portal, connector).
 */
final class RefreshEndpoint {

  private static final Set<TokenKind> ACCEPTED = EnumSet.of(TokenKind.USER);

  private final Authentication authentication;
  private final Users users;

  RefreshEndpoint(Authentication authentication, Users users) {
    this.authentication = authentication;
    this.users = users;
  }

  Response answer(Request request, Issuer issuer) {
    Rejection method = CallForm.exchangeMethod(request.rules(), request.method());
    if (method != null) {
      throw Refusal.ofMethod(method, request.rules().exchangeMethods());
    }
    Authenticated caller = authentication.require(request, ACCEPTED);
    IssuedToken token = issuer.issue(TokenKind.SYSTEM, users.get(caller.claims().user()));
    return Response.granted(request.rules(), body(token))
        .of(caller.claims().user(), caller.shown(), token.claims());
  }

  private static byte[] body(IssuedToken token) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", true);
    body.put("systemToken", token.text());
    return Json.write(body);
  }
}
