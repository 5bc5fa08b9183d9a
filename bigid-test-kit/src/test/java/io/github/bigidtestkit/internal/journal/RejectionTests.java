package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.internal.token.TokenFlaw;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RejectionTests {

  @Test
  void every_flaw_of_a_token_has_a_reason_of_its_own_name() {
    assertThat(Arrays.stream(TokenFlaw.values()).map(Reason::of).map(Reason::name))
        .containsExactlyElementsOf(
            Arrays.stream(TokenFlaw.values()).map(flaw -> "TOKEN_" + flaw.name()).toList());
  }

  @Test
  void is_shown_with_its_explanation() {
    assertThat(new Rejection(Reason.NO_TOKEN, "no Authorization header"))
        .hasToString("NO_TOKEN (no Authorization header)");
  }
}
