package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class RejectionTests {

  @Test
  void reasons_to_refuse_a_token_stand_together() {
    assertThat(EnumSet.allOf(Reason.class))
        .filteredOn(reason -> reason.name().startsWith("TOKEN_"))
        .filteredOn(reason -> reason != Reason.TOKEN_ONLY_USER) // refuses a login
        .containsExactlyElementsOf(EnumSet.range(Reason.TOKEN_EMPTY, Reason.TOKEN_REVOKED));
  }

  @Test
  void is_shown_with_its_explanation() {
    assertThat(new Rejection(Reason.NO_TOKEN, "no Authorization header"))
        .hasToString("NO_TOKEN (no Authorization header)");
  }
}
