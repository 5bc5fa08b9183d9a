package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.User;
import io.github.bigidtestkit.internal.token.IssuedToken;
import io.github.bigidtestkit.token.TokenKind;

/** Issues the token of a call that is granted: a valid one, unless a fault applies. */
public interface Issuer {

  IssuedToken issue(TokenKind kind, User user);
}
