package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.TokenScheme;
import io.github.bigidtestkit.internal.journal.Recorder;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Builds exchanges as values: one every second, each answered after 10 ms, all granted. */
final class CallOf {

  static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  private final Endpoint endpoint;
  private final long number;
  private Instant at;
  private Duration sinceStart;
  private Duration took = Duration.ofMillis(10);
  private String user = "alice";
  private PresentedToken token;
  private TokenClaims issued;
  private int status = 200;
  private Rejection rejection;
  private String fault;
  private Instant retryAfter;
  private boolean secret;

  private CallOf(Endpoint endpoint, long number) {
    this.endpoint = endpoint;
    this.number = number;
    this.at = START.plusSeconds(number);
    this.sinceStart = Duration.ofSeconds(number);
  }

  static CallOf login(long number) {
    return new CallOf(Endpoint.SESSIONS, number);
  }

  static CallOf refresh(long number) {
    return new CallOf(Endpoint.REFRESH, number).shows(TokenKind.USER, 1, 86_400);
  }

  static CallOf resource(long number) {
    return new CallOf(Endpoint.RESOURCE, number);
  }

  CallOf user(String other) {
    user = other;
    return this;
  }

  /** By the sandbox clock, in seconds after the start. */
  CallOf at(double seconds) {
    at = START.plusMillis(Math.round(seconds * 1_000));
    return this;
  }

  /** In real time, in seconds after the start. */
  CallOf underWay(double from, double to) {
    sinceStart = Duration.ofMillis(Math.round(from * 1_000));
    took = Duration.ofMillis(Math.round((to - from) * 1_000));
    return this;
  }

  CallOf shows(TokenKind kind, int serial, long expires) {
    return shows(claims(kind, serial, expires), serial);
  }

  CallOf showsUnreadable(int fingerprint) {
    return shows(null, fingerprint);
  }

  private CallOf shows(TokenClaims claims, int fingerprint) {
    token = new PresentedToken("eyJhbG… (200 characters)", TokenScheme.BEARER, fingerprint, claims);
    return this;
  }

  CallOf raw() {
    token =
        new PresentedToken(token.shortened(), TokenScheme.RAW, token.fingerprint(), token.claims());
    return this;
  }

  CallOf gets(TokenKind kind, int serial, long expires) {
    issued = claims(kind, serial, expires);
    return this;
  }

  CallOf refused(Reason reason) {
    status = 401;
    rejection = new Rejection(reason, "it is so");
    return this;
  }

  CallOf status(int other) {
    status = other;
    return this;
  }

  CallOf fault(String other) {
    fault = other;
    return this;
  }

  CallOf retryAfter(long seconds) {
    retryAfter = START.plusSeconds(seconds);
    return this;
  }

  CallOf secretInUrl() {
    secret = true;
    return this;
  }

  private TokenClaims claims(TokenKind kind, int serial, long expires) {
    return new TokenClaims(
        kind,
        "00000000-" + kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + serial,
        user,
        List.of(),
        false,
        START,
        null,
        START.plusSeconds(expires));
  }

  private Exchange done() {
    return new Exchange(
        number,
        at,
        sinceStart,
        "POST",
        "/api/v1/x",
        null,
        secret,
        null,
        Map.of(),
        null,
        endpoint,
        user,
        token,
        issued,
        status,
        rejection,
        fault,
        retryAfter,
        took);
  }

  /** What a rule says of these calls: the first line of its message, or null. */
  static String said(Rule rule, CallOf... calls) {
    Recorder journal = new Recorder(100);
    for (CallOf call : calls) {
      journal.record(journal.begin(), call.done());
    }
    String violation = rule.violation(journal, false);
    return violation == null ? null : violation.lines().findFirst().orElseThrow();
  }
}
