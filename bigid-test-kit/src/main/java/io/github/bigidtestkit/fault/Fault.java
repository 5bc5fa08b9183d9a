package io.github.bigidtestkit.fault;

import io.github.bigidtestkit.internal.fault.FaultPhase;
import java.time.Duration;

/**
 * Something that goes wrong with a call. Immutable; one fault can be injected many times.
 *
 * <pre>{@code
 * bigId.faults().inject(Fault.status(503).withRetryAfter(Duration.ofSeconds(30))).times(2).start();
 * }</pre>
 *
 * <p>{@link FaultKind} has the usual ones ready-made, for annotations, and says of each what a
 * client really sees.
 */
public sealed interface Fault
    permits AnswerFault,
        WireFault,
        TlsFault,
        DelayFault,
        DripFault,
        PayloadFault,
        IssueFault,
        AccountFault,
        RateLimit {

  /** The fault in words, such as {@code status 503}. */
  String label();

  /** When it strikes. */
  default FaultPhase moment() {
    return FaultPhase.AFTER_REQUEST;
  }

  /** Whether it can do anything to calls of that endpoint. */
  default boolean concerns(Target endpoint) {
    return true;
  }

  /**
   * Another answer instead of the real one.
   *
   * @param status the HTTP status, from 200 to 599
   */
  static AnswerFault status(int status) {
    return AnswerFault.of(status);
  }

  /**
   * The page that BigID's gateway was seen to send, with any status; clients were seen to retry it.
   */
  static AnswerFault gatewayPage(int status) {
    return AnswerFault.gatewayPage(status);
  }

  /** {@code "success":false} with status 200 and a message (observed). */
  static AnswerFault notSuccessful(String message) {
    return AnswerFault.notSuccessful(message);
  }

  /** A connection that breaks or stalls. */
  static WireFault connection(WireFault.Kind kind) {
    return new WireFault(kind);
  }

  /** A TLS handshake that goes wrong; only for sandboxes that speak TLS. */
  static TlsFault tls(TlsFault.Kind kind) {
    return new TlsFault(kind);
  }

  /** The true answer, that much later, in real time. */
  static DelayFault delay(Duration delay) {
    return DelayFault.fixed(delay);
  }

  /** The true answer, later by a time that is equally likely between two bounds, in real time. */
  static DelayFault delayBetween(Duration least, Duration most) {
    return DelayFault.uniform(least, most);
  }

  /**
   * The true answer, later by a time that is log-normally distributed, as real latencies are.
   *
   * @param median half of the calls are faster
   * @param sigma the standard deviation of the logarithm; 0.5 is moderate, 1 is wild
   */
  static DelayFault delayAround(Duration median, double sigma) {
    return DelayFault.logNormal(median, sigma);
  }

  /** The true answer, its body a few bytes at a time. */
  static DripFault drip(int bytesPerSecond) {
    return new DripFault(bytesPerSecond);
  }

  /** The true answer, its body spoilt. */
  static PayloadFault payload(PayloadFault.Kind kind) {
    return new PayloadFault(kind);
  }

  /** A true answer with a bad token in it. */
  static IssueFault issue(IssueFault.Kind kind) {
    return IssueFault.of(kind);
  }

  /**
   * A true answer with a token that was issued by a clock which is off.
   *
   * @param skew how far; positive is ahead
   */
  static IssueFault issueSkewed(Duration skew) {
    return IssueFault.skewed(skew);
  }

  /** An account that can't be used. */
  static AccountFault account(AccountFault.Kind kind) {
    return new AccountFault(kind);
  }

  /**
   * 429 with {@code Retry-After} for calls beyond so many in a period of the sandbox clock. The
   * period begins with the first call.
   */
  static RateLimit rateLimit(int calls, Duration period) {
    return new RateLimit(calls, period, false);
  }
}
