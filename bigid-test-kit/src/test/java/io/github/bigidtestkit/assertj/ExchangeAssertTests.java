package io.github.bigidtestkit.assertj;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.WireFault;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.io.UncheckedIOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The assertions about one call. */
class ExchangeAssertTests {

  private final FakeBigId bigId = FakeBigId.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  private Exchange last() {
    return bigId.journal().last().orElseThrow();
  }

  private Exchange granted() {
    Http.refresh(bigId, bigId.tokens().userToken("bigid"));
    return last();
  }

  private Exchange refused() {
    Http.refresh(bigId, bigId.tokens().userToken("bigid", TokenDefect.EXPIRED));
    return last();
  }

  private Exchange struck() {
    bigId.faults().inject(Fault.connection(WireFault.Kind.CLOSED_WITHOUT_ANSWER)).start();
    assertThatThrownBy(() -> Http.call(bigId, "PUT", "/data"))
        .isInstanceOf(UncheckedIOException.class);
    return last();
  }

  private static void fails(Exchange call, String message, ThrowingCallable assertion) {
    assertThatThrownBy(assertion)
        .isInstanceOf(AssertionError.class)
        .hasMessage("%s\n\n%s", message, call);
  }

  @Test
  void a_granted_call_is_what_it_is() {
    assertThat(granted())
        .hasStatus(200)
        .isNotRefused()
        .isOf(Endpoint.REFRESH)
        .isOf(Endpoint.ANY)
        .hasUser("bigid")
        .hasTokenKind(TokenKind.USER)
        .wasNotStruckByFault();
  }

  @Test
  void a_granted_call_is_nothing_else() {
    Exchange call = granted();
    fails(
        call,
        "Expected status 401 at #1, but there was status 200.",
        () -> assertThat(call).hasStatus(401));
    fails(
        call,
        "Expected a refusal at #1, but the call was not refused.",
        () -> assertThat(call).isRefused());
    fails(
        call,
        "Expected a refusal for NO_TOKEN at #1, but the call was not refused.",
        () -> assertThat(call).isRefusedFor(Reason.NO_TOKEN));
    fails(
        call,
        "Expected a call of SESSIONS at #1, but it is one of REFRESH.",
        () -> assertThat(call).isOf(Endpoint.SESSIONS));
    fails(
        call,
        "Expected a call of user [bob] at #1, but it is of user [bigid].",
        () -> assertThat(call).hasUser("bob"));
    fails(
        call,
        "Expected a system token at #1, but it is a user token.",
        () -> assertThat(call).hasTokenKind(TokenKind.SYSTEM));
    fails(
        call,
        "Expected a fault at #1, but none struck.",
        () -> assertThat(call).wasStruckByFault());
  }

  @Test
  void a_refused_call_has_its_reason() {
    Exchange call = refused();
    assertThat(call).isRefused().isRefusedFor(Reason.TOKEN_EXPIRED);
    fails(
        call,
        "Expected a refusal for NO_TOKEN at #1, but the call was refused for TOKEN_EXPIRED.",
        () -> assertThat(call).isRefusedFor(Reason.NO_TOKEN));
    fails(
        call,
        "Expected no refusal at #1, but the call was refused for TOKEN_EXPIRED.",
        () -> assertThat(call).isNotRefused());
  }

  @Test
  void a_struck_call_has_no_answer_and_no_user() {
    Exchange call = struck();
    assertThat(call).wasStruckByFault().hasStatus(0);
    fails(
        call,
        "Expected no fault at #%s, but one struck: %s.".formatted(call.number(), call.fault()),
        () -> assertThat(call).wasNotStruckByFault());
    fails(
        call,
        "Expected status 200 at #%s, but there was no answer.".formatted(call.number()),
        () -> assertThat(call).hasStatus(200));
    fails(
        call,
        "Expected a call of user [bob] at #%s, but it is of an unknown user."
            .formatted(call.number()),
        () -> assertThat(call).hasUser("bob"));
    fails(
        call,
        "Expected a user token at #%s, but none was shown.".formatted(call.number()),
        () -> assertThat(call).hasTokenKind(TokenKind.USER));
  }

  @Test
  void a_token_that_can_not_be_read_has_no_kind() {
    Http.refresh(bigId, "not-a-jwt");
    fails(
        last(),
        "Expected a user token at #1, but the one shown can't be read.",
        () -> assertThat(last()).hasTokenKind(TokenKind.USER));
  }
}
