package io.github.bigidtestkit.token;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Which of a sandbox's tokens are revoked: single ones, and all up to a serial number. */
final class Revocations {

  private final Set<Long> single = ConcurrentHashMap.newKeySet();
  private final AtomicLong allUpTo = new AtomicLong();

  void add(TokenId id) {
    single.add(id.serial());
  }

  void addAllUpTo(long serial) {
    allUpTo.accumulateAndGet(serial, Math::max);
  }

  boolean contains(TokenId id) {
    return id.serial() <= allUpTo.get() || single.contains(id.serial());
  }

  void clear() {
    single.clear();
    allUpTo.set(0);
  }
}
