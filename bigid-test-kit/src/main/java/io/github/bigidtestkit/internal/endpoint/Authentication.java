package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.TokenScheme;
import io.github.bigidtestkit.internal.dialect.CallForm;
import io.github.bigidtestkit.internal.journal.Recorder;
import io.github.bigidtestkit.internal.journal.Redaction;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.internal.token.CompactJwt;
import io.github.bigidtestkit.internal.token.Verifier;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds and verifies the token of a call. */
final class Authentication {

  private static final String BEARER = "bearer";

  private record Credentials(String token, TokenScheme scheme) {}

  private final Verifier verifier;
  private final Recorder recorder;

  Authentication(Verifier verifier, Recorder recorder) {
    this.verifier = verifier;
    this.recorder = recorder;
  }

  /**
   * The caller.
   *
   * @throws Refusal if the token is missing, invalid, or of a kind or scheme that is not accepted
   */
  Authenticated require(Request request, Set<TokenKind> accepted) {
    Credentials credentials = credentials(request, accepted);
    Rejection scheme = CallForm.scheme(request.rules(), request.endpoint(), credentials.scheme());
    if (scheme != null && !credentials.token().isEmpty()) {
      throw Refusal.of(scheme).to(shown(credentials, CompactJwt.claimsOf(credentials.token())));
    }
    try {
      TokenClaims claims = verifier.require(credentials.token(), accepted);
      return new Authenticated(shown(credentials, claims), claims);
    } catch (Refusal refusal) {
      TokenClaims claims = refusal.claims();
      throw refusal.hinting(origin(claims)).to(shown(credentials, claims));
    }
  }

  private static PresentedToken shown(Credentials credentials, @Nullable TokenClaims claims) {
    String token = credentials.token();
    return new PresentedToken(
        Redaction.shortenSecret(token), credentials.scheme(), token.hashCode(), claims);
  }

  /** The token that is shown, unverified, or null if there is not exactly one. */
  @Nullable PresentedToken shownIn(Request request) {
    Credentials only = onlyOne(request);
    return only == null ? null : shown(only, CompactJwt.claimsOf(only.token()));
  }

  /** Its text. */
  @Nullable String tokenIn(Request request) {
    Credentials only = onlyOne(request);
    return only == null ? null : only.token();
  }

  private static @Nullable Credentials onlyOne(Request request) {
    if (request.authorization().size() + request.accessToken().size() != 1) {
      return null;
    }
    if (request.authorization().isEmpty()) {
      return new Credentials(request.accessToken().get(0).strip(), TokenScheme.X_ACCESS_TOKEN);
    }
    String header = request.authorization().get(0).strip();
    String scheme = header.substring(0, Math.max(0, header.indexOf(' ')));
    String token = header.substring(header.lastIndexOf(' ') + 1);
    return new Credentials(
        token, scheme.equalsIgnoreCase(BEARER) ? TokenScheme.BEARER : TokenScheme.RAW);
  }

  private String origin(@Nullable TokenClaims claims) {
    Long issuer = claims == null ? null : recorder.issuerOf(claims.id());
    return issuer == null ? "" : "; issued by exchange #" + issuer;
  }

  private static Credentials credentials(Request request, Set<TokenKind> accepted) {
    int headers = request.authorization().size();
    int tokens = request.accessToken().size();
    if (headers + tokens == 0) {
      throw Refusal.of(Reason.NO_TOKEN, "no Authorization header; expected a " + words(accepted));
    }
    if (headers + tokens > 1) {
      throw Refusal.of(
          Reason.DUPLICATE_AUTHORIZATION,
          tokens == 0
              ? "There are %s Authorization headers; send one".formatted(headers)
              : "There are %s headers with tokens, Authorization and x-access-token together; send one"
                  .formatted(headers + tokens));
    }
    return tokens == 1
        ? new Credentials(request.accessToken().get(0).strip(), TokenScheme.X_ACCESS_TOKEN)
        : credentials(request.authorization().get(0).strip());
  }

  private static Credentials credentials(String header) {
    int space = header.indexOf(' ');
    String scheme = space < 0 ? header : header.substring(0, space);
    if (scheme.equalsIgnoreCase(BEARER)) {
      return new Credentials(header.substring(BEARER.length()).strip(), TokenScheme.BEARER);
    }
    if (space >= 0) {
      throw Refusal.of(
          Reason.WRONG_SCHEME, "the Authorization header has a scheme that is not Bearer");
    }
    return new Credentials(header, TokenScheme.RAW);
  }

  private static String words(Set<TokenKind> kinds) {
    return kinds.stream().sorted().map(TokenKind::label).collect(Collectors.joining(" or a "));
  }
}
