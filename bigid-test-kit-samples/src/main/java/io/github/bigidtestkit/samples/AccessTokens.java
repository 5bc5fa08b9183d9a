package io.github.bigidtestkit.samples;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one token for all threads. At most one renewal is under way at a time, and whoever needs a
 * token meanwhile waits for that one; so no answer can overwrite a newer one. Thread-safe.
 */
final class AccessTokens {

  private final Supplier<CompletableFuture<AccessToken>> source;
  private final Clock clock;

  /** The last renewal, whether under way or done. */
  private @Nullable CompletableFuture<AccessToken> latest;

  AccessTokens(Supplier<CompletableFuture<AccessToken>> source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** A token that should be good. */
  AccessToken current() {
    return Transport.await(latestUnless(token -> token.staleAt(clock.instant())));
  }

  /** Another token than the one that BigID has rejected. */
  AccessToken insteadOf(AccessToken rejected) {
    return Transport.await(latestUnless(token -> token.equals(rejected)));
  }

  private synchronized CompletableFuture<AccessToken> latestUnless(Predicate<AccessToken> useless) {
    if (latest == null
        || latest.isCompletedExceptionally()
        || (latest.isDone() && useless.test(latest.join()))) {
      latest = source.get();
    }
    return latest;
  }
}
