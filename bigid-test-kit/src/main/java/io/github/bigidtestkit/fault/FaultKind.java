package io.github.bigidtestkit.fault;

import java.time.Duration;

/**
 * The usual faults, ready-made, for annotations and sweeps. For others, or with other values, see
 * {@link Fault}.
 *
 * <p>Each one states where the behaviour comes from: <em>contract</em>, <em>connector</em>,
 * <em>recording</em> and <em>client</em> mean that one of them has it; <em>network</em> that the
 * operating system really does it to the connection; <em>plausible</em> that servers and gateways
 * do such things, but no source says that BigID does.
 */
@SuppressWarnings("ImmutableEnumChecker") // faults are records of immutable values
public enum FaultKind {
  /** Status 401, although the token is good. Contract. */
  UNAUTHORIZED(FaultSet.GATEWAY, Fault.status(401)),
  /** Status 403, although the permission is there. Plausible. */
  FORBIDDEN(FaultSet.GATEWAY, Fault.status(403)),
  /** Status 429 with {@code Retry-After: 1}. Clients expect 429 (connector). */
  TOO_MANY_REQUESTS(FaultSet.GATEWAY, Fault.status(429).withRetryAfter(Duration.ofSeconds(1))),
  /** Status 500. Plausible; clients try again (connector). */
  SERVER_ERROR(FaultSet.GATEWAY, Fault.status(500)),
  /**
   * Status 502 with a gateway's HTML page. Plausible; clients try again (connector). A client
   * expects that page, with status 200 (client).
   */
  BAD_GATEWAY(FaultSet.GATEWAY, Fault.gatewayPage(502)),
  /** Status 503 with {@code Retry-After: 1}. Plausible; clients try again (connector). */
  SERVICE_UNAVAILABLE(FaultSet.GATEWAY, Fault.status(503).withRetryAfter(Duration.ofSeconds(1))),
  /** Status 504. Plausible; clients try again (connector). */
  GATEWAY_TIMEOUT(FaultSet.GATEWAY, Fault.status(504)),
  /** Status 200 with a gateway's HTML page for 502 (client of the training sandbox). */
  GATEWAY_PAGE_IN_200(FaultSet.GATEWAY, Fault.gatewayPage(200)),
  /** Status 200 with {@code "success":false} (recording of the exchange; elsewhere a client). */
  NOT_SUCCESSFUL(
      FaultSet.GATEWAY, Fault.notSuccessful("Authentication failed. Token is not valid.")),

  /** Nobody listens; connecting is refused. Network. Never counts as not having struck. */
  CONNECTION_REFUSED(FaultSet.CONNECTION, Fault.connection(WireFault.Kind.REFUSED)),
  /** RST after the head of the request, before the body. Network. */
  CONNECTION_RESET_BEFORE_REQUEST(
      FaultSet.CONNECTION, Fault.connection(WireFault.Kind.RESET_BEFORE_REQUEST)),
  /** RST after the request was read. Network. */
  CONNECTION_RESET(FaultSet.CONNECTION, Fault.connection(WireFault.Kind.RESET_AFTER_REQUEST)),
  /** Head and half of the body, then RST. Network. */
  CONNECTION_RESET_MID_BODY(FaultSet.CONNECTION, Fault.connection(WireFault.Kind.RESET_MID_BODY)),
  /** FIN without an answer. Network. */
  CONNECTION_CLOSED(FaultSet.CONNECTION, Fault.connection(WireFault.Kind.CLOSED_WITHOUT_ANSWER)),
  /** A body shorter than its {@code Content-Length}, then FIN. Network. */
  TRUNCATED_BODY(FaultSet.CONNECTION, Fault.connection(WireFault.Kind.TRUNCATED_BODY)),
  /** A chunked body that ends within a chunk, then FIN. Network. */
  UNFINISHED_CHUNK(FaultSet.CONNECTION, Fault.connection(WireFault.Kind.UNFINISHED_CHUNK)),
  /** Bytes that are not HTTP, then FIN. Plausible. */
  GARBAGE(FaultSet.CONNECTION, Fault.connection(WireFault.Kind.GARBAGE)),
  /** No answer for as long as the sandbox runs: the client needs a timeout. Network. */
  STALL(FaultSet.CONNECTION, Fault.connection(WireFault.Kind.STALL_BEFORE_HEADERS)),
  /** Half an answer, and then nothing: the client needs a timeout for the body too. Network. */
  STALL_MID_BODY(FaultSet.CONNECTION, Fault.connection(WireFault.Kind.STALL_MID_BODY)),

  /** The true answer after half a second. Plausible. */
  SLOW(FaultSet.SLOW, Fault.delay(Duration.ofMillis(500))),
  /** The true answer, its body at 1,000 bytes per second. Plausible. */
  SLOW_BODY(FaultSet.SLOW, Fault.drip(1_000)),

  /** JSON that breaks off. Plausible. */
  MALFORMED_JSON(FaultSet.PAYLOAD, Fault.payload(PayloadFault.Kind.MALFORMED_JSON)),
  /** No body. Plausible. */
  EMPTY_BODY(FaultSet.PAYLOAD, Fault.payload(PayloadFault.Kind.EMPTY_BODY)),
  /**
   * JSON declared as {@code text/plain}. Plausible; the training sandbox declared it as {@code
   * text/html} (recording).
   */
  WRONG_CONTENT_TYPE(FaultSet.PAYLOAD, Fault.payload(PayloadFault.Kind.WRONG_CONTENT_TYPE)),
  /** No token in the answer. Plausible. */
  TOKEN_MISSING(FaultSet.PAYLOAD, Fault.payload(PayloadFault.Kind.TOKEN_MISSING)),
  /** The token is null. Plausible. */
  TOKEN_NULL(FaultSet.PAYLOAD, Fault.payload(PayloadFault.Kind.TOKEN_NULL)),
  /** The token is the empty string. Plausible. */
  TOKEN_EMPTY(FaultSet.PAYLOAD, Fault.payload(PayloadFault.Kind.TOKEN_EMPTY)),
  /** The token is a number. Plausible. */
  TOKEN_NUMBER(FaultSet.PAYLOAD, Fault.payload(PayloadFault.Kind.TOKEN_NUMBER)),
  /** Fields that the contract does not know; a good client does not mind. Plausible. */
  UNKNOWN_FIELDS(FaultSet.PAYLOAD, Fault.payload(PayloadFault.Kind.UNKNOWN_FIELDS)),
  /** The answer in UTF-16, declared as such. Plausible. */
  OTHER_CHARSET(FaultSet.PAYLOAD, Fault.payload(PayloadFault.Kind.OTHER_CHARSET)),
  /** An answer of eight megabytes. Plausible. */
  HUGE_BODY(FaultSet.PAYLOAD, Fault.payload(PayloadFault.Kind.HUGE_BODY)),

  /** A token that expired an hour ago. Plausible, with clocks that are off. */
  ISSUES_EXPIRED(FaultSet.TOKENS, Fault.issue(IssueFault.Kind.EXPIRED)),
  /** A token that expires within a second or two. Plausible. */
  ISSUES_EXPIRING(FaultSet.TOKENS, Fault.issue(IssueFault.Kind.EXPIRING)),
  /** A token whose signature is damaged. Plausible. */
  ISSUES_WRONG_SIGNATURE(FaultSet.TOKENS, Fault.issue(IssueFault.Kind.WRONG_SIGNATURE)),
  /** A token that is no JWT. Plausible. */
  ISSUES_NOT_A_JWT(FaultSet.TOKENS, Fault.issue(IssueFault.Kind.NOT_A_JWT)),
  /** A token without {@code exp}. Plausible. */
  ISSUES_WITHOUT_EXPIRY(FaultSet.TOKENS, Fault.issue(IssueFault.Kind.WITHOUT_EXPIRY)),
  /** A user token where another is due. Plausible. */
  ISSUES_WRONG_TYPE(FaultSet.TOKENS, Fault.issue(IssueFault.Kind.WRONG_TYPE)),
  /** A sound token of another user. Plausible. */
  ISSUES_OTHER_USER(FaultSet.TOKENS, Fault.issue(IssueFault.Kind.OTHER_USER)),
  /** A token from an issuer whose clock is five minutes ahead. Plausible. */
  ISSUES_FROM_THE_FUTURE(FaultSet.TOKENS, Fault.issueSkewed(Duration.ofMinutes(5))),
  /** A token from an issuer whose clock is five minutes behind. Plausible. */
  ISSUES_FROM_THE_PAST(FaultSet.TOKENS, Fault.issueSkewed(Duration.ofMinutes(-5))),

  /** The account is disabled. Plausible; answered like wrong credentials, with 401 (contract). */
  ACCOUNT_DISABLED(FaultSet.ACCOUNT, Fault.account(AccountFault.Kind.DISABLED)),
  /** The account is locked: no login. Plausible; 401 like wrong credentials (contract). */
  ACCOUNT_LOCKED(FaultSet.ACCOUNT, Fault.account(AccountFault.Kind.LOCKED)),
  /** The password has expired: no login. Plausible; 401 like wrong credentials (contract). */
  PASSWORD_EXPIRED(FaultSet.ACCOUNT, Fault.account(AccountFault.Kind.PASSWORD_EXPIRED)),

  /** The server's certificate expired a day ago. Plausible. This and what follows need TLS. */
  CERTIFICATE_EXPIRED(FaultSet.TLS, Fault.tls(TlsFault.Kind.CERTIFICATE_EXPIRED)),
  /** The server's certificate will be valid in a day. Plausible, with clocks that are off. */
  CERTIFICATE_NOT_YET_VALID(FaultSet.TLS, Fault.tls(TlsFault.Kind.CERTIFICATE_NOT_YET_VALID)),
  /** The server's certificate is for another host. Plausible. */
  CERTIFICATE_OF_ANOTHER_HOST(FaultSet.TLS, Fault.tls(TlsFault.Kind.CERTIFICATE_OF_ANOTHER_HOST)),
  /** The server's certificate is signed by an unknown authority. Plausible. */
  CERTIFICATE_UNTRUSTED(FaultSet.TLS, Fault.tls(TlsFault.Kind.CERTIFICATE_UNTRUSTED)),
  /** RST during the TLS handshake. Network. */
  HANDSHAKE_RESET(FaultSet.TLS, Fault.tls(TlsFault.Kind.RESET)),
  /** No answer to the TLS handshake: the client needs a timeout for it. Network. */
  HANDSHAKE_STALL(FaultSet.TLS, Fault.tls(TlsFault.Kind.STALL)),
  /** The client must show a certificate of its own. Plausible, with gateways. */
  CLIENT_CERTIFICATE_REQUIRED(FaultSet.TLS, Fault.tls(TlsFault.Kind.CLIENT_CERTIFICATE_REQUIRED));

  private final FaultSet set;
  private final Fault fault;

  FaultKind(FaultSet set, Fault fault) {
    this.set = set;
    this.fault = fault;
  }

  /** The set that it belongs to, besides {@link FaultSet#ALL}. */
  public FaultSet set() {
    return set;
  }

  /** What goes wrong. */
  public Fault fault() {
    return fault;
  }
}
