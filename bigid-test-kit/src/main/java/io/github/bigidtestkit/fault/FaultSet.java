package io.github.bigidtestkit.fault;

import java.util.EnumSet;
import java.util.Set;

/** Small sets of faults that belong together, for sweeps. */
public enum FaultSet {
  /** What gateways and rate limits answer. */
  GATEWAY,

  /** Connections that break or stall; the client needs timeouts. */
  CONNECTION,

  /** Answers that come late; a good client still works. */
  SLOW,

  /** Answers with a damaged body. */
  PAYLOAD,

  /** Answers with a bad token in them. */
  TOKENS,

  /** Accounts that can't be used. */
  ACCOUNT,

  /** TLS handshakes that go wrong; only for sandboxes that speak TLS. */
  TLS,

  /** Every fault that any sandbox can have. It does not include {@link #TLS}. */
  ALL;

  /** The faults of the set, in the order of {@link FaultKind}. */
  public Set<FaultKind> kinds() {
    Set<FaultKind> kinds = EnumSet.allOf(FaultKind.class);
    kinds.removeIf(kind -> this == ALL ? kind.set() == TLS : kind.set() != this);
    return kinds;
  }
}
