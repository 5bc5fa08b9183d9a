package io.github.bigidtestkit.fault;

import io.github.bigidtestkit.Endpoint;
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

  /** When it applies. */
  default FaultPhase phase() {
    return FaultPhase.AFTER_BODY;
  }

  /** Whether it can do anything to calls of that endpoint. */
  default boolean concerns(Endpoint endpoint) {
    return true;
  }

  /** Whether clients can't even connect while it lasts. */
  default boolean isRefusedConnection() {
    return false;
  }

  /** Calls the method of the visitor that is meant for this kind of fault. */
  <R> R accept(Visitor<R> visitor);

  /**
   * One method for each kind of fault, so that the compiler finds a kind that was forgotten.
   *
   * @param <R> what a visit returns
   */
  interface Visitor<R> {
    /** Another answer. */
    R answer(AnswerFault fault);

    /** A connection that breaks or stalls. */
    R connection(WireFault fault);

    /** A TLS handshake that fails. */
    R tls(TlsFault fault);

    /** A late answer. */
    R delay(DelayFault fault);

    /** A slow body. */
    R drip(DripFault fault);

    /** A damaged body. */
    R payload(PayloadFault fault);

    /** A bad token. */
    R issue(IssueFault fault);

    /** An account that can't be used. */
    R account(AccountFault fault);

    /** A rate limit. */
    R rateLimit(RateLimit fault);
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
   * The page of a gateway, with any status. A client that was made for BigID's training sandbox got
   * one with status 200, and retries it (client).
   */
  static AnswerFault gatewayPage(int status) {
    return AnswerFault.gatewayPage(status);
  }

  /** {@code "success":false} with status 200 and a message (recording). */
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
