package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.internal.journal.Recorder;
import io.github.bigidtestkit.internal.token.Secrets;
import io.github.bigidtestkit.internal.token.TokenAuthority;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Tokens;
import io.github.bigidtestkit.token.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the token of a call and has it verified. */
final class Authentication {

  private static final String BEARER = "bearer";

  private record Credentials(String token, boolean bearer) {}

  private final TokenAuthority authority;
  private final Recorder recorder;

  Authentication(TokenAuthority authority, Recorder recorder) {
    this.authority = authority;
    this.recorder = recorder;
  }

  /** The caller; refused is one whose token is missing, not sound, or of a kind not accepted. */
  Authenticated require(Request request, Set<TokenKind> accepted, Dialect dialect) {
    Credentials credentials = credentials(request.authorization(), accepted, dialect);
    Verdict verdict = authority.verify(credentials.token(), accepted);
    PresentedToken shown =
        new PresentedToken(
            Secrets.shorten(credentials.token()),
            credentials.bearer(),
            credentials.token().hashCode(),
            verdict.claims());
    if (verdict instanceof Verdict.Refused refused) {
      throw Refusal.of(refused.reason(), refused.explanation() + origin(shown)).to(shown);
    }
    return new Authenticated(shown, ((Verdict.Accepted) verdict).claims());
  }

  /** The token that is shown, unverified, or null where there is not exactly one. */
  @Nullable PresentedToken shownIn(Request request) {
    if (request.authorization().size() != 1) {
      return null;
    }
    String header = request.authorization().get(0).strip();
    String scheme = header.substring(0, Math.max(0, header.indexOf(' ')));
    String token = header.substring(header.lastIndexOf(' ') + 1);
    return new PresentedToken(
        Secrets.shorten(token),
        scheme.equalsIgnoreCase(BEARER),
        token.hashCode(),
        Tokens.claimsOf(token));
  }

  private String origin(PresentedToken shown) {
    Long issuer = shown.claims() == null ? null : recorder.issuerOf(shown.claims().id());
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
