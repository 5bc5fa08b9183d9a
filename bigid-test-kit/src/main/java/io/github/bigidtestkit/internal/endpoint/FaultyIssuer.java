package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.IssueFault;
import io.github.bigidtestkit.internal.fault.FaultGate;
import io.github.bigidtestkit.internal.fault.FaultMatch;
import io.github.bigidtestkit.internal.fault.FaultPhase;
import io.github.bigidtestkit.internal.token.IssuedToken;
import io.github.bigidtestkit.internal.token.Subject;
import io.github.bigidtestkit.internal.token.Subjects;
import io.github.bigidtestkit.internal.token.TokenAuthority;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Issues the token of one call, and asks at that moment whether a fault strikes. Used once. */
public final class FaultyIssuer implements Issuer {

  private final TokenAuthority authority;
  private final Subjects subjects;
  private final FaultGate gate;
  private final Call call;
  private @Nullable FaultMatch strike;
  private boolean asked;

  public FaultyIssuer(TokenAuthority authority, Subjects subjects, FaultGate gate, Call call) {
    this.authority = authority;
    this.subjects = subjects;
    this.gate = gate;
    this.call = call;
  }

  /** What struck as the token was issued, or null. */
  public @Nullable FaultMatch strike() {
    return strike;
  }

  /** Whether the call came so far that a token was to be issued. */
  public boolean asked() {
    return asked;
  }

  @Override
  public IssuedToken issue(TokenKind kind, Subject subject) {
    asked = true;
    strike = gate.strike(call, FaultPhase.TOKEN_ISSUED);
    return strike != null && strike.fault() instanceof IssueFault fault
        ? issue(kind, subject, fault)
        : authority.issue(kind, subject);
  }

  private IssuedToken issue(TokenKind kind, Subject subject, IssueFault fault) {
    return switch (fault.kind()) {
      case EXPIRED -> authority.issue(kind, subject, TokenDefect.EXPIRED);
      case EXPIRING -> authority.issue(kind, subject, Duration.ofSeconds(1));
      case WRONG_SIGNATURE -> authority.issue(kind, subject, TokenDefect.WRONG_SIGNATURE);
      case NOT_A_JWT -> new IssuedToken("not-a-jwt", null);
      case WITHOUT_EXPIRY -> authority.issue(kind, subject, TokenDefect.MISSING_EXPIRY);
      case WRONG_TYPE -> authority.issue(kind, subject, TokenDefect.WRONG_TYPE);
      case OTHER_USER -> authority.issue(kind, subjects.otherThan(subject.username()));
      case SKEWED -> authority.issueSkewed(kind, subject, fault.skew());
    };
  }
}
