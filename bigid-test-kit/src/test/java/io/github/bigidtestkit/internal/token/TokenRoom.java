package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.Lifetimes;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Tokens;
import io.github.bigidtestkit.token.Verdict;
import java.time.Instant;
import java.util.EnumSet;

/** An authority whose clock stands at a whole second, so that boundaries are exact. */
final class TokenRoom {

  static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  final SandboxClock clock = SandboxClock.started();
  final People people = new People();
  final TokenAuthority authority = new TokenAuthority(clock, people, Lifetimes.DEFAULT);
  final Tokens tokens = authority;

  TokenRoom() {
    clock.freeze();
    clock.set(START);
  }

  /** The verdict where tokens of one kind are wanted. */
  Verdict verify(String token, TokenKind wanted) {
    return authority.verify(token, EnumSet.of(wanted));
  }

  static Verdict.Refused refused(Verdict verdict) {
    if (verdict instanceof Verdict.Refused refused) {
      return refused;
    }
    throw new AssertionError("accepted: " + verdict);
  }
}
