package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.internal.assertj.Violation.Finding;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether tokens are shown again that were refused. */
public final class RejectedTokens {

  private RejectedTokens() {}

  public static Rule neverReused() {
    return calls -> {
      List<Finding> findings = new ArrayList<>();
      Map<Integer, List<Exchange>> refusals = new HashMap<>();
      for (Exchange call : calls) {
        PresentedToken token = call.token();
        if (token == null) {
          continue;
        }
        List<Exchange> own = refusals.computeIfAbsent(token.fingerprint(), t -> new ArrayList<>());
        own.stream()
            .filter(refusal -> forbids(refusal, call))
            .findFirst()
            .ifPresent(refusal -> findings.add(finding(refusal, call)));
        if (Calls.tokenRefused(call)) {
          own.add(call);
        }
      }
      return Violation.from("Expected no token to be sent again after it was refused", findings);
    };
  }

  /** A token of the wrong kind for one endpoint may be the right one for another. */
  private static boolean forbids(Exchange refusal, Exchange call) {
    return Calls.known(refusal, call)
        && (!Calls.refusedFor(refusal, Reason.TOKEN_WRONG_KIND)
            || refusal.endpoint() == call.endpoint());
  }

  private static Finding finding(Exchange refusal, Exchange call) {
    return Finding.of(
        "%s showed the %s that had been refused at %s"
            .formatted(Words.number(call), Words.token(refusal.tokenKind()), Words.number(refusal)),
        refusal,
        call);
  }
}
