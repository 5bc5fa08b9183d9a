package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.internal.assertj.Violation.Finding;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether credentials are sent only where a session token is lacking. */
public final class Logins {

  private Logins() {}

  public static Rule notAgain() {
    return calls -> {
      List<Finding> findings = new ArrayList<>();
      List<Exchange> logins = Calls.to(Endpoint.SESSIONS, calls);
      for (Exchange login : logins) {
        for (Exchange earlier : logins) {
          if (gaveToken(earlier, login) && !refusedBefore(earlier.issued(), login, calls)) {
            findings.add(
                Finding.of(
                    "%s logged in again at %s, although the session token of %s was valid and had not been refused"
                        .formatted(
                            Words.user(login.user()), Words.number(login), Words.number(earlier)),
                    earlier,
                    login));
            break;
          }
        }
      }
      return Violation.from("Expected no login of a user who had a session token", findings);
    };
  }

  /** Whether a login gave the same user a token that was good when the user logged in again. */
  private static boolean gaveToken(Exchange earlier, Exchange login) {
    TokenClaims issued = earlier.issued();
    if (issued == null || issued.kind() != TokenKind.SESSION || earlier.fault() != null) {
      return false;
    }
    Instant expiry = issued.expiresAt();
    return issued.user().equals(login.user())
        && expiry != null
        && login.at().isBefore(expiry)
        && Calls.known(earlier, login);
  }

  private static boolean refusedBefore(
      @Nullable TokenClaims issued, Exchange login, List<Exchange> calls) {
    return issued != null
        && calls.stream()
            .anyMatch(
                call ->
                    issued.id().equals(call.tokenId())
                        && Calls.tokenRefused(call)
                        && Calls.known(call, login));
  }
}
