package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.internal.journal.Recorder;
import io.github.bigidtestkit.internal.journal.Redaction;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.internal.token.CompactJwt;
import io.github.bigidtestkit.internal.token.Verifier;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds and verifies the token of a call. */
final class Authentication {

  private static final String BEARER = "bearer";

  private record Credentials(String token, boolean bearer) {}

  private final Verifier verifier;
  private final Recorder recorder;

  Authentication(Verifier verifier, Recorder recorder) {
    this.verifier = verifier;
    this.recorder = recorder;
  }

  /**
   * The caller.
   *
   * @throws Refusal if the token is missing, invalid, or of a kind that is not accepted
   */
  Authenticated require(Request request, Set<TokenKind> accepted, Dialect dialect) {
    Credentials credentials = credentials(request.authorization(), accepted, dialect);
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
        Redaction.shortenSecret(token), credentials.bearer(), token.hashCode(), claims);
  }

  /** The token that is shown, unverified, or null if there is not exactly one. */
  @Nullable PresentedToken shownIn(Request request) {
    if (request.authorization().size() != 1) {
      return null;
    }
    String header = request.authorization().get(0).strip();
    String scheme = header.substring(0, Math.max(0, header.indexOf(' ')));
    String token = header.substring(header.lastIndexOf(' ') + 1);
    boolean bearer = scheme.equalsIgnoreCase(BEARER);
    return shown(new Credentials(token, bearer), CompactJwt.claimsOf(token));
  }

  private String origin(@Nullable TokenClaims claims) {
    Long issuer = claims == null ? null : recorder.issuerOf(claims.id());
    return issuer == null ? "" : "; issued by exchange #" + issuer;
  }

  private static Credentials credentials(
      List<String> headers, Set<TokenKind> accepted, Dialect dialect) {
    if (headers.isEmpty()) {
      throw Refusal.of(Reason.NO_TOKEN, "no Authorization header; expected a " + words(accepted));
    }
    if (headers.size() > 1) {
      throw Refusal.of(
          Reason.DUPLICATE_AUTHORIZATION,
          "There are %s Authorization headers; send one".formatted(headers.size()));
    }
    String header = headers.get(0).strip();
    int space = header.indexOf(' ');
    String scheme = (space < 0 ? header : header.substring(0, space)).toLowerCase(Locale.ROOT);
    if (scheme.equals(BEARER)) {
      return new Credentials(header.substring(BEARER.length()).strip(), true);
    }
    if (space >= 0) {
      throw wrongScheme("the Authorization header has a scheme that is not Bearer");
    }
    if (dialect == Dialect.SPECIFICATION && !header.isEmpty()) {
      throw wrongScheme("the token was sent raw, where the contract asks for Bearer and the token");
    }
    return new Credentials(header, false);
  }

  private static Refusal wrongScheme(String explanation) {
    return Refusal.of(Reason.WRONG_SCHEME, explanation);
  }

  private static String words(Set<TokenKind> kinds) {
    return kinds.stream().sorted().map(TokenKind::label).collect(Collectors.joining(" or a "));
  }
}
