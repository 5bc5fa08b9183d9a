package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.Users;
import io.github.bigidtestkit.internal.endpoint.Backend;
import io.github.bigidtestkit.token.Tokens;
import io.github.bigidtestkit.token.Verdict;
import java.time.Instant;

/**
 * Tokens of a sandbox without a port, whose clock stands at a whole second for exact boundaries.
 */
final class TokenRoom {

  static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  static final User ALICE = User.of("alice", "s3cret").withRoleIds("5f6e7d8c9b0a1f2e3d4c5b6a");

  private final Backend backend = new Backend(SandboxConfig.builder().users(ALICE).build());
  final SandboxClock clock = backend.clock();
  final Users users = backend.users();
  final TokenAuthority authority = backend.authority();
  final Tokens tokens = authority;

  TokenRoom() {
    clock.freeze();
    clock.set(START);
  }

  static Verdict.Refused refused(Verdict verdict) {
    if (verdict instanceof Verdict.Refused refused) {
      return refused;
    }
    throw new AssertionError("accepted: " + verdict);
  }
}
