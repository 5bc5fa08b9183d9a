package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.internal.assertj.Violation.Finding;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.PresentedToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether expired tokens are shown, and what becomes of them. */
public final class ExpiredTokens {

  /**
   * A call is on its way for a moment. What expired meanwhile is not held against the client; more
   * than a second, the grain of a JWT, it is not under way.
   */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

  private ExpiredTokens() {}

  public static Rule neverAccepted() {
    return calls -> {
      List<Finding> findings = new ArrayList<>();
      for (Exchange call : calls) {
        Duration ago = Calls.expiredFor(call);
        if (ago != null && !call.refused()) {
          findings.add(Finding.of(shown(call, ago) + " and was not refused", call));
        }
      }
      return Violation.from("Expected no expired token to be accepted", findings);
    };
  }

  public static Rule neverSent() {
    return calls -> {
      List<Finding> findings = new ArrayList<>();
      for (Exchange call : calls) {
        Duration ago = Calls.expiredFor(call);
        if (ago != null) {
          findings.add(Finding.of(shown(call, ago), call));
        }
      }
      return Violation.from("Expected no expired token to be sent", findings);
    };
  }

  public static Rule neverSentKnowingly() {
    return calls -> {
      List<Finding> findings = new ArrayList<>();
      for (Exchange call : calls) {
        Duration ago = Calls.expiredFor(call);
        if (ago == null) {
          continue;
        }
        Optional<Exchange> refusal = refusalBefore(call, calls);
        if (refusal.isPresent()) {
          String why = ", although it had been refused at " + Words.number(refusal.get());
          findings.add(Finding.of(shown(call, ago) + why, refusal.get(), call));
        } else if (ago.compareTo(ON_ITS_WAY) >= 0) {
          findings.add(Finding.of(shown(call, ago), call));
        }
      }
      return Violation.from(
          "Expected no token to be sent that was known to have expired", findings);
    };
  }

  private static Optional<Exchange> refusalBefore(Exchange call, List<Exchange> calls) {
    return calls.stream()
        .filter(
            earlier ->
                Calls.tokenRefused(earlier)
                    && same(earlier.token(), call.token())
                    && Calls.known(earlier, call))
        .filter(earlier -> earlier.number() != call.number())
        .findFirst();
  }

  private static boolean same(@Nullable PresentedToken one, @Nullable PresentedToken other) {
    return one != null && other != null && one.fingerprint() == other.fingerprint();
  }

  private static String shown(Exchange call, Duration ago) {
    return "%s showed a %s %s"
        .formatted(
            Words.number(call),
            Words.token(call.tokenKind()),
            ago.isZero() ? "at its expiry" : Words.span(ago) + " after its expiry");
  }
}
