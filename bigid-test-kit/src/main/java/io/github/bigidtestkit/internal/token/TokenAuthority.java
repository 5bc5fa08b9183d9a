package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.Users;
import io.github.bigidtestkit.fault.IssueFault;
import io.github.bigidtestkit.internal.journal.Redaction;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Tokens;
import io.github.bigidtestkit.token.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;

/** Issues the tokens of one sandbox with its own key, verifies and revokes them. Thread-safe. */
public final class TokenAuthority implements Tokens {

  private final Users users;
  private final OtherUsers others;
  private final TokenIssuer issuer;
  private final Verifier verifier;
  private final Revocations revocations = new Revocations();
  private final DefectiveTokens defective;

  /** An authority with a fresh random key. */
  public TokenAuthority(SandboxClock clock, Users users, SandboxConfig config) {
    this.users = users;
    this.others = new OtherUsers(users);
    this.issuer = new TokenIssuer(clock, config);
    this.verifier = new Verifier(issuer, users, revocations);
    this.defective = new DefectiveTokens(issuer, others, revocations);
  }

  /** Issues a token that is valid from now, for the configured lifetime of its kind. */
  public IssuedToken issue(TokenKind kind, User user) {
    return issuer.issue(issuer.claims(kind, user));
  }

  /** Issues the bad token that a fault asks for. */
  public IssuedToken issue(TokenKind kind, User user, IssueFault fault) {
    return switch (fault.kind()) {
      case EXPIRED -> defective(kind, user, TokenDefect.EXPIRED);
      case EXPIRING -> lasting(kind, user, Duration.ofSeconds(1));
      case WRONG_SIGNATURE -> defective(kind, user, TokenDefect.WRONG_SIGNATURE);
      case NOT_A_JWT -> new IssuedToken("not-a-jwt", null);
      case WITHOUT_EXPIRY -> defective(kind, user, TokenDefect.MISSING_EXPIRY);
      case WRONG_TYPE -> defective(kind, user, TokenDefect.WRONG_TYPE);
      case OTHER_USER -> issue(kind, others.enabled(user));
      case SKEWED -> issuer.issue(issuer.claims(kind, user, fault.skew()));
    };
  }

  private IssuedToken defective(TokenKind kind, User user, TokenDefect defect) {
    String text = defective.make(kind, user, defect);
    return new IssuedToken(text, CompactJwt.claimsOf(text));
  }

  private IssuedToken lasting(TokenKind kind, User user, Duration valid) {
    Instant now = issuer.clock.instant();
    Instant end = now.plus(valid);
    Instant whole = end.truncatedTo(ChronoUnit.SECONDS);
    Instant expiry = whole.equals(end) ? whole : whole.plusSeconds(1);
    return issuer.issue(issuer.claims(kind, user, now, null, expiry));
  }

  /** Verifies the tokens of this authority. */
  public Verifier verifier() {
    return verifier;
  }

  private Verdict verify(String token, Set<TokenKind> accepted) {
    try {
      return new Verdict.Accepted(verifier.require(token, accepted));
    } catch (Refusal refused) {
      return new Verdict.Refused(refused.rejection(), refused.claims());
    }
  }

  /**
   * Forgets all revocations and uses the lifetimes of another configuration. Key and serial numbers
   * stay.
   */
  public void reset(SandboxConfig config) {
    revocations.clear();
    issuer.config = config;
  }

  @Override
  public String token(TokenKind kind, String username) {
    return issue(kind, users.get(username)).text();
  }

  @Override
  public String token(TokenKind kind, String username, TokenDefect defect) {
    return defective.make(kind, users.get(username), defect);
  }

  @Override
  public String validFor(TokenKind kind, String username, Duration valid) {
    if (valid.isNegative() || valid.isZero()) {
      throw new IllegalArgumentException(
          "A token can't be valid for [%s]. Give a positive duration, or ask for TokenDefect.EXPIRED."
              .formatted(valid));
    }
    return lasting(kind, users.get(username), valid).text();
  }

  @Override
  public Verdict verify(String token) {
    return verify(token, EnumSet.allOf(TokenKind.class));
  }

  @Override
  public Verdict verify(String token, TokenKind accepted) {
    return verify(token, EnumSet.of(accepted));
  }

  @Override
  public void revoke(String token) {
    try {
      verifier.claimsOfOwn(token);
      revocations.add(token);
    } catch (Refusal foreign) {
      throw new IllegalArgumentException(
          "The text [%s] is not a token that this sandbox signed, so it can't be revoked."
              .formatted(Redaction.shortenSecret(token)),
          foreign);
    }
  }

  @Override
  public void revokeAll() {
    EnumSet.allOf(TokenKind.class).forEach(this::revokeAll);
  }

  @Override
  public void revokeAll(TokenKind kind) {
    revocations.addAllUpTo(issuer.lastSerial(), issuer.clock.instant(), kind);
  }

  @Override
  public Optional<Instant> latestExpiry(TokenKind kind) {
    return Optional.ofNullable(issuer.latestExpiry(kind));
  }

  @Override
  public SecretKey signingKey() {
    return issuer.key.secret();
  }
}
