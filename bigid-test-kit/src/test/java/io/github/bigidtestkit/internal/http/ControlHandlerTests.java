package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.internal.control.ControlServer;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** How calls reach the control API and answers leave it. */
class ControlHandlerTests {

  /** Answers calls in a way of its own. */
  private static final class Answering extends ControlServer {
    private final Function<ControlCall, ControlAnswer> answer;

    Answering(Function<ControlCall, ControlAnswer> answer) {
      super("0123456789abcdef");
      this.answer = answer;
    }

    @Override
    public ControlAnswer answer(FakeBigId bigId, ControlCall call) {
      return answer.apply(call);
    }
  }

  private static FakeBigId start(Function<ControlCall, ControlAnswer> answer) {
    return FakeBigId.start(SandboxConfig.defaults(), new Answering(answer));
  }

  private static ControlAnswer text(String text) {
    return new ControlAnswer(
        200, Map.of("X-Own", "yes"), text.getBytes(StandardCharsets.UTF_8), null);
  }

  private static HttpResponse<String> post(FakeBigId bigId, String path, String body) {
    return Http.send(
        HttpRequest.newBuilder(URI.create(bigId.origin() + path))
            .header("X-Twice", "1")
            .header("X-Twice", "2")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void a_call_comes_with_all_that_was_sent() {
    Function<ControlCall, ControlAnswer> echo =
        call ->
            text(
                "%s %s ? %s %s %s %s %s"
                    .formatted(
                        call.method(),
                        call.path(),
                        call.query(),
                        call.headers().get("x-TWICE"),
                        call.header("x-twice"),
                        call.remote().isLoopbackAddress(),
                        call.body().length));
    try (FakeBigId bigId = start(echo)) {
      var answer = post(bigId, "/__sandbox/a%20b?c=%20", "body");
      assertThat(answer.body()).isEqualTo("POST /a%20b ? c=%20 [1, 2] null true 4");
      assertThat(answer.headers().firstValue("X-Own")).hasValue("yes");
      assertThat(post(bigId, "/__sandbox", "").body()).startsWith("POST  ?  ");
    }
  }

  @Test
  void its_calls_are_not_in_the_journal_and_no_fault_strikes_them() {
    try (FakeBigId bigId = start(call -> text("ok"))) {
      bigId.faults().inject(FaultKind.SERVER_ERROR).optional().start();
      bigId.faults().inject(FaultKind.CONNECTION_RESET_BEFORE_REQUEST).optional().start();
      assertThat(post(bigId, "/__sandbox/y", "").body()).isEqualTo("ok");
      assertThat(bigId.journal().exchanges()).isEmpty();
      assertThat(bigId.faults().active()).allMatch(fault -> fault.struck() == 0);
    }
  }

  @Test
  void what_it_throws_is_a_bare_500() {
    Function<ControlCall, ControlAnswer> broken =
        call -> {
          throw new IllegalStateException("secret");
        };
    try (FakeBigId bigId = start(broken)) {
      var answer = post(bigId, "/__sandbox/", "");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).isEmpty();
      Expect.stillServes(bigId);
    }
  }

  @Test
  void something_can_be_done_once_the_answer_is_out() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    try (FakeBigId bigId =
        start(call -> new ControlAnswer(204, Map.of(), new byte[0], done::countDown))) {
      assertThat(post(bigId, "/__sandbox", "").statusCode()).isEqualTo(204);
      assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_body_that_is_too_large_is_told_and_the_connection_goes_on() {
    try (FakeBigId bigId = start(call -> text(String.valueOf(call.body() == null)))) {
      assertThat(post(bigId, "/__sandbox", "x".repeat(1024 * 1024 + 1)).body()).isEqualTo("true");
      assertThat(post(bigId, "/__sandbox", "x".repeat(1024 * 1024)).body()).isEqualTo("false");
    }
  }

  @Test
  void calls_and_answers_name_no_secret() {
    assertThat(text("secret")).hasToString("ControlAnswer[200, 6 bytes]");
    var call = new ControlCall("GET", "/a", "q=secret", Map.of(), null, new byte[0], null);
    assertThat(call).hasToString("ControlCall[GET /a]");
  }
}
