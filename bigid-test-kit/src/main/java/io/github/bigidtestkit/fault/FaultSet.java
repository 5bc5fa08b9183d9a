package io.github.bigidtestkit.fault;

import java.util.EnumSet;
import java.util.Set;

/** Small sets of faults that belong together, for sweeps. */
public enum FaultSet {
  /** What gateways and rate limits answer. */
  GATEWAY(FaultKind.UNAUTHORIZED, FaultKind.NOT_SUCCESSFUL),

  /** Connections that break or stall; the client needs timeouts. */
  CONNECTION(FaultKind.CONNECTION_REFUSED, FaultKind.STALL_MID_BODY),

  /** Answers that come late; a good client does not mind. */
  SLOW(FaultKind.SLOW, FaultKind.SLOW_BODY),

  /** Answers with a spoilt body. */
  PAYLOAD(FaultKind.MALFORMED_JSON, FaultKind.HUGE_BODY),

  /** Answers with a bad token in them. */
  TOKENS(FaultKind.ISSUES_EXPIRED, FaultKind.ISSUES_FROM_THE_PAST),

  /** Accounts that can't be used. */
  ACCOUNT(FaultKind.ACCOUNT_DISABLED, FaultKind.PASSWORD_EXPIRED),

  /** TLS handshakes that go wrong; only for sandboxes that speak TLS. */
  TLS(FaultKind.CERTIFICATE_EXPIRED, FaultKind.CLIENT_CERTIFICATE_REQUIRED),

  /** Every fault that any sandbox can have: all sets but {@link #TLS}. */
  ALL(FaultKind.UNAUTHORIZED, FaultKind.PASSWORD_EXPIRED);

  private final FaultKind first;
  private final FaultKind last;

  FaultSet(FaultKind first, FaultKind last) {
    this.first = first;
    this.last = last;
  }

  /** The faults of the set. */
  public Set<FaultKind> kinds() {
    return EnumSet.range(first, last);
  }
}
