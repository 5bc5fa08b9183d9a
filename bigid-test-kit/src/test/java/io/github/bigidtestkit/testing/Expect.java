package io.github.bigidtestkit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Rejection.Reason;
import java.net.http.HttpResponse;

/** What tests of refused calls have in common. */
public final class Expect {

  private static final String JSON = "application/json";

  private Expect() {}

  /** The answer names what was wrong, the journal says why, and the sandbox goes on serving. */
  public static void refused(
      FakeBigId bigId, HttpResponse<String> answer, int status, Reason reason, String message) {
    assertThat(answer.body()).isEqualTo(failure(message));
    assertThat(answer.headers().allValues("Content-Type")).containsExactly(JSON);
    assertThat(answer.statusCode()).isEqualTo(status);
    lastRefusal(bigId, status, reason);
    stillServes(bigId);
  }

  /** As {@link #refused}, of credentials by the default dialect, which gives no reason. */
  public static void refusedCredentials(
      FakeBigId bigId, HttpResponse<String> answer, Reason reason, String message) {
    assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    refused(bigId, answer, 401, reason, message);
  }

  /** The last call in the journal is one that was refused so. */
  public static void lastRefusal(FakeBigId bigId, int status, Reason reason) {
    Exchange last = bigId.journal().last().orElseThrow();
    assertThat(last.rejection()).as("%s", last).isNotNull();
    assertThat(last.rejection().reason()).isEqualTo(reason);
    assertThat(last.status()).isEqualTo(status);
  }

  /** An ordinary login succeeds. */
  public static void stillServes(FakeBigId bigId) {
    var login = Http.login(bigId, "bigid", "learner");
    assertThat(login.statusCode()).isEqualTo(200);
    assertThat(bigId.tokens().verify(Http.field(login, "auth_token")).accepted()).isTrue();
  }

  public static String failure(String message) {
    return "{\"success\":false,\"message\":\"%s\"}".formatted(message);
  }

  /** The same where the message is a regular expression. */
  public static String failurePattern(String message) {
    return "\\{\"success\":false,\"message\":\"%s\"}".formatted(message);
  }
}
