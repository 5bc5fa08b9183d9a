package io.github.bigidtestkit.internal.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.fault.AccountFault;
import io.github.bigidtestkit.fault.AnswerFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.IssueFault;
import io.github.bigidtestkit.fault.PayloadFault;
import io.github.bigidtestkit.fault.TlsFault;
import io.github.bigidtestkit.fault.WireFault;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values faults accept and refuse, and their names. */
class FaultValuesTests {

  private static void refuses(ThrowingCallable bad, String message) {
    assertThatIllegalArgumentException().isThrownBy(bad).withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 100, 199, 600, 1_000})
  void statuses_that_end_no_call(int status) {
    refuses(
        () -> Fault.status(status),
        "status [%d] is not one that a server ends a call with. Give one from 200 to 599."
            .formatted(status));
    assertThat(Fault.status(200).status() + Fault.gatewayPage(599).status()).isEqualTo(799);
  }

  @Test
  void waits_that_can_t_be_sent() {
    AnswerFault fault = Fault.status(503);
    refuses(
        () -> fault.withRetryAfter(Duration.ofSeconds(-1)),
        "Retry-After [PT-1S] is negative. Give zero or more.");
    refuses(
        () -> fault.withRetryAfterDate(Duration.ofDays(10_000).plusNanos(1)),
        "Retry-After [PT240000H0.000000001S] is too long. Give at most 10000 days.");
    String whole = " can't be sent, as HTTP counts whole seconds. Give a multiple of a second.";
    refuses(() -> fault.withRetryAfter(Duration.ofMillis(500)), "Retry-After [PT0.5S]" + whole);
    refuses(
        () -> fault.withRetryAfterDate(Duration.ofMillis(29_001)),
        "Retry-After [PT29.001S]" + whole);
    assertThat(fault.withRetryAfter(Duration.ZERO).retryAfter()).isZero();
  }

  @Test
  void headers_that_would_break_the_answer() {
    AnswerFault fault = Fault.status(503);
    refuses(
        () -> fault.withHeader("X\r\nY", "1"),
        "header [X\r\n"
            + "Y] with the value [1] can't be sent. Names are words, values printable ASCII.");
    refuses(
        () -> fault.withHeader("X", "1\n"),
        "header [X] with the value [1\n] can't be sent. Names are words, values printable ASCII.");
    refuses(
        () -> fault.withHeader("", "1"),
        "header [] with the value [1] can't be sent. Names are words, values printable ASCII.");
    refuses(
        () -> fault.withContentType("a\0"),
        "header [Content-Type] with the value [a\0] can't be sent. Names are words, values"
            + " printable ASCII.");
    assertThat(fault.withHeader("X-Empty", "").headers()).containsEntry("X-Empty", "");
  }

  @Test
  void delays_that_are_not_possible() {
    Duration second = Duration.ofSeconds(1);
    String cure = "is not possible. Give bounds from zero to ten minutes, the lesser first.";
    refuses(() -> Fault.delay(second.negated()), "delay [PT-1S to PT-1S] " + cure);
    refuses(() -> Fault.delayBetween(second, Duration.ZERO), "delay [PT1S to PT0S] " + cure);
    refuses(
        () -> Fault.delayBetween(second, Duration.ofSeconds(601)),
        "delay [PT1S to PT10M1S] " + cure);
    refuses(() -> Fault.delayAround(second.negated(), 1), "delay [PT-1S to PT-1S] " + cure);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 5.1, Double.NaN, Double.POSITIVE_INFINITY})
  void spreads_that_are_not_possible(double sigma) {
    refuses(
        () -> Fault.delayAround(Duration.ofMillis(1), sigma),
        "sigma [%s] is out of range. Give one from 0 to 5; 0.5 is moderate.".formatted(sigma));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_000_001})
  void rates_that_are_not_possible(int rate) {
    refuses(
        () -> Fault.drip(rate),
        "rate [%d] is out of range. Give one from 1 to 1000000 bytes per second.".formatted(rate));
  }

  @Test
  void limits_that_are_not_possible() {
    refuses(
        () -> Fault.rateLimit(-1, Duration.ofSeconds(1)),
        "rate limit of [-1] calls is negative. Give zero or more.");
    refuses(
        () -> Fault.rateLimit(1, Duration.ZERO),
        "rate limit over [PT0S] has no length. Give a positive period.");
    refuses(
        () -> Fault.rateLimit(1, Duration.ofSeconds(-2)),
        "rate limit over [PT-2S] has no length. Give a positive period.");
  }

  static Stream<Arguments> labels() {
    Duration second = Duration.ofSeconds(1);
    return Stream.of(
        Arguments.of(Fault.status(503), "status 503"),
        Arguments.of(Fault.gatewayPage(200), "status 200 with a gateway page"),
        Arguments.of(Fault.notSuccessful("no"), "status 200"),
        Arguments.of(Fault.delay(Duration.ofMillis(1_500)), "delayed by 1500 ms"),
        Arguments.of(
            Fault.delayBetween(Duration.ZERO, second).withSeed(7),
            "delayed by 0 to 1000 ms (seed 7)"),
        Arguments.of(
            Fault.delayAround(second, 0.5).withSeed(8),
            "delayed around 1000 ms, sigma 0.5 (seed 8)"),
        Arguments.of(Fault.drip(10), "body dripped at 10 bytes per second"),
        Arguments.of(Fault.issue(IssueFault.Kind.EXPIRED), "issues an expired token"),
        Arguments.of(Fault.issueSkewed(second), "issues a token from a skewed clock (PT1S)"),
        Arguments.of(
            Fault.issue(IssueFault.Kind.SKEWED), "issues a token from a skewed clock (PT5M)"),
        Arguments.of(Fault.account(AccountFault.Kind.LOCKED), "account locked"),
        Arguments.of(Fault.rateLimit(3, second), "rate limit of 3 calls in PT1S"),
        Arguments.of(Fault.rateLimit(3, second).eachUser(), "rate limit of 3 calls in PT1S a user"),
        Arguments.of(Fault.payload(PayloadFault.Kind.EMPTY_BODY), "empty body"),
        Arguments.of(Fault.connection(WireFault.Kind.GARBAGE), "garbage instead of HTTP"));
  }

  @ParameterizedTest
  @MethodSource("labels")
  void each_has_a_name(Fault fault, String label) {
    assertThat(fault.label()).isEqualTo(label);
  }

  @Test
  void no_two_ready_made_faults_are_the_same() {
    assertThat(Arrays.stream(FaultKind.values()).map(FaultKind::fault)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(FaultKind.values()).map(kind -> kind.fault().label()))
        .noneMatch(String::isBlank);
    assertThat(new HashSet<>(Arrays.asList(WireFault.Kind.values())))
        .isEqualTo(kindsOf(WireFault.class, WireFault::kind));
    assertThat(new HashSet<>(Arrays.asList(TlsFault.Kind.values())))
        .isEqualTo(kindsOf(TlsFault.class, TlsFault::kind));
  }

  /** Whoever adds a way for a connection to break adds it to the ready-made ones too. */
  private static <F> Object kindsOf(Class<F> type, Function<F, Object> kindOf) {
    HashSet<Object> kinds = new HashSet<>();
    for (FaultKind kind : FaultKind.values()) {
      if (type.isInstance(kind.fault())) {
        kinds.add(kindOf.apply(type.cast(kind.fault())));
      }
    }
    return kinds;
  }

  @Test
  void a_message_is_escaped_in_json() {
    assertThat(Fault.notSuccessful("say \"no\" \\").body())
        .isEqualTo("{\"success\":false,\"message\":\"say \\\"no\\\" \\\\\"}");
  }

  @Test
  void an_answer_can_be_put_together() {
    AnswerFault fault =
        Fault.status(418)
            .withBody("tea")
            .withContentType("text/plain")
            .withHeader("X-A", "1")
            .withHeader("X-B", "2")
            .withRetryAfterDate(Duration.ofSeconds(3));
    assertThat(fault.status()).isEqualTo(418);
    assertThat(fault.body()).isEqualTo("tea");
    assertThat(fault.contentType()).isEqualTo("text/plain");
    assertThat(fault.headers()).hasSize(2).containsEntry("X-A", "1").containsEntry("X-B", "2");
    assertThat(fault.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    assertThat(fault.retryAfterAsDate()).isTrue();
    assertThat(fault.withRetryAfter(Duration.ZERO).retryAfterAsDate()).isFalse();
  }
}
