package io.github.bigidtestkit;

import io.github.bigidtestkit.DialectRules.Answer;
import java.util.Map;

/**
 * The built-in dialects: the ways in which BigID is said to answer.
 *
 * <p>Sources disagree, so each has a dialect; {@link #rules()} says what it consists of. In all of
 * them a 401 carries {@code WWW-Authenticate: Bearer}, because RFC 9110 requires a challenge and
 * strict clients fail without one. No source shows that BigID sends it.
 */
@SuppressWarnings("ImmutableEnumChecker") // rules are records of immutable values
public enum Dialect {
  /**
   * The contract to the letter: the exchange is {@code POST}, tokens are sent as {@code Bearer},
   * logins as JSON, and refused credentials get 401 without a body (contract).
   */
  SPECIFICATION(
      DialectRules.builder("SPECIFICATION", true)
          .exchangeMethods("POST")
          .tokenSchemes(TokenScheme.BEARER)
          .loginFormats(LoginFormat.JSON)
          .trailingSlash(false)
          .refusedCredentials(401, false)),

  /** Accepts what any of the others accepts, and refuses credentials with 401. The default. */
  LENIENT(DialectRules.builder("LENIENT", true)),

  /**
   * Deployments of today, as a maintained connector meets them: the exchange is {@code GET}, where
   * {@code POST} gets 404; tokens are sent raw, where {@code Bearer} gets 401 (connector).
   *
   * <p>Not verified against a deployment: that the exchange refuses {@code Bearer}, too.
   */
  DEPLOYMENT(
      DialectRules.builder("DEPLOYMENT", false)
          .exchangeMethods("GET")
          .tokenSchemes(TokenScheme.RAW, TokenScheme.X_ACCESS_TOKEN)
          .refusal(RefusalKind.EXCHANGE_METHOD, Answer.message(404, DialectRules.EXPLANATION))
          .unverified("exchangeSchemes")),

  /**
   * The public training sandbox in May 2023: every answer is {@code text/html}, and refused
   * credentials get status 200 and {@code "success":false} (recording of the exchange; of other
   * calls, a client made for it).
   *
   * <p>This is probably the work of a proxy before it. What the recording does not show is as in
   * {@link #LENIENT}; the content of the cookie is the kit's own.
   */
  TRAINING_SANDBOX(
      DialectRules.builder("TRAINING_SANDBOX", true)
          .tokenSchemes(TokenScheme.BEARER, TokenScheme.RAW)
          .contentType("text/html; charset=utf-8")
          .headers(
              Map.of(
                  "X-Powered-By", "Express",
                  "ETag", "W/\"" + DialectRules.ETAG + "\"",
                  "Access-Control-Allow-Origin", "*",
                  "Set-Cookie", "sandbox=1; Path=/; HttpOnly",
                  "Connection", "close"))
          .refusedCredentials(200, true));

  private final DialectRules rules;

  Dialect(DialectRules.Builder rules) {
    this.rules = rules.build();
  }

  /** What the dialect consists of. */
  public DialectRules rules() {
    return rules;
  }
}
