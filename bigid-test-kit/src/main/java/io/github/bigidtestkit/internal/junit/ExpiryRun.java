package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.internal.fault.FaultRegistry;
import io.github.bigidtestkit.junit.ExpirySweep;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.Verdict;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a sweep: counts the calls that show a token, and spoils the token before one. */
final class ExpiryRun
    implements TestTemplateInvocationContext,
        BeforeTestExecutionCallback,
        AfterTestExecutionCallback {

  private static final Namespace RUN = Namespace.create(ExpirySweep.class);

  private final Method method;
  private final ExpirySweep sweep;
  private final List<String> expected;
  private final int affected;
  private final List<String> calls = new ArrayList<>();
  private boolean passed;

  /**
   * A run.
   *
   * @param expected the calls of the first run; none if this is the first
   * @param affected the number of the call that is affected; 0 for none
   */
  ExpiryRun(Method method, ExpirySweep sweep, List<String> expected, int affected) {
    this.method = method;
    this.sweep = sweep;
    this.expected = expected;
    this.affected = affected;
  }

  /** One run for each call of this one, if it passed. */
  synchronized Stream<ExpiryRun> others() {
    List<String> counted = List.copyOf(calls);
    return IntStream.rangeClosed(1, passed ? counted.size() : 0)
        .mapToObj(call -> new ExpiryRun(method, sweep, counted, call));
  }

  @Override
  public String getDisplayName(int invocationIndex) {
    return affected == 0 ? "nothing happens" : "%s before %s".formatted(event(), call());
  }

  private String event() {
    return switch (sweep.value()) {
      case EXPIRED -> "token expires";
      case REVOKED -> "token is revoked";
      case NOT_PERMITTED -> "permissions are removed";
    };
  }

  private String call() {
    return "call %s of %s: %s".formatted(affected, expected.size(), expected.get(affected - 1));
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    SweptSandbox sandbox = SweptSandbox.of(context);
    if (sandbox.shared()) {
      throw ExpirySweepProvider.refusal(
          method,
          "the calls of other tests to the same sandbox would be counted. Remove reset = false, or use Lifecycle.PER_METHOD.");
    }
    context.getStore(RUN).put(ExpiryRun.class, this);
    FakeBigId bigId = sandbox.bigId();
    faults(context).setTokenObserver((call, token) -> shown(bigId, call, token));
  }

  private static FaultRegistry faults(ExtensionContext context) {
    return (FaultRegistry) SweptSandbox.of(context).bigId().faults();
  }

  private synchronized void shown(FakeBigId bigId, Call call, String token) {
    if (bigId.tokens().verify(token) instanceof Verdict.Accepted accepted
        && List.of(sweep.tokens()).contains(accepted.claims().kind())) {
      calls.add(call.method() + " " + call.path());
      if (calls.size() == affected) {
        spoil(bigId, token, accepted.claims());
      }
    }
  }

  private void spoil(FakeBigId bigId, String token, TokenClaims claims) {
    switch (sweep.value()) {
      case EXPIRED -> bigId.clock().set(Objects.requireNonNull(claims.expiresAt()).plusSeconds(1));
      case REVOKED -> bigId.revoke(token);
      case NOT_PERMITTED -> bigId.users().change(claims.user(), user -> user.withPermissions());
    }
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    faults(context).setTokenObserver(null);
    Throwable failure = context.getExecutionException().orElse(null);
    String problem = problem(failure != null);
    if (problem == null) {
      return;
    }
    if (failure == null) {
      throw ExpirySweepProvider.refusal(method, problem);
    }
    failure.addSuppressed(ExpirySweepProvider.refusal(method, problem));
  }

  private synchronized @Nullable String problem(boolean failed) {
    passed = !failed;
    if (affected == 0) {
      return failed || !calls.isEmpty()
          ? null
          : "no call shows a valid token of the kinds %s, so there is nothing to sweep. Let the test make one, or name other kinds in [tokens]."
              .formatted(List.of(sweep.tokens()));
    }
    for (int i = 0; i < affected; i++) {
      String call = i < calls.size() ? calls.get(i) : "none";
      if (!call.equals(expected.get(i))) {
        return "its calls differ from run to run. Call %s was [%s] in the first run, and [%s] in this one. Make the same calls in the same order each time: from one thread, without chance, and without what an earlier run has left."
            .formatted(i + 1, expected.get(i), call);
      }
    }
    return null;
  }

  /** What a failure says of the run; empty if there is nothing to say. */
  static String described(ExtensionContext context) {
    ExpiryRun run = context.getStore(RUN).get(ExpiryRun.class, ExpiryRun.class);
    return run == null || run.affected == 0 ? "" : run.described();
  }

  private synchronized String described() {
    return calls.size() < affected
        ? "In this run, the %s, but that call did not come. ".formatted(getDisplayName(0))
        : "In this run, the %s. ".formatted(getDisplayName(0));
  }
}
