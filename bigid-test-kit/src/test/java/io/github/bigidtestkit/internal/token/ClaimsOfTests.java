package io.github.bigidtestkit.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading a token without a sandbox and without verifying it. */
class ClaimsOfTests {

  private final FakeBigId bigId = FakeBigId.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  @Test
  void what_a_token_says_is_what_its_sandbox_reads() {
    String token = bigId.tokens().sessionToken("bigid");
    assertThat(Tokens.claimsOf(token)).isEqualTo(bigId.tokens().verify(token).claims());
    assertThat(Tokens.claimsOf(token).user()).isEqualTo("bigid");
  }

  @Test
  void a_token_that_is_refused_can_be_read_too() {
    assertThat(Tokens.claimsOf(bigId.tokens().userToken("bigid", TokenDefect.WRONG_SIGNATURE)))
        .isNotNull();
    assertThat(Tokens.claimsOf(bigId.tokens().userToken("bigid", TokenDefect.EXPIRED))).isNotNull();
  }

  @Test
  void what_is_no_token_says_nothing() {
    assertThat(Tokens.claimsOf("")).isNull();
    assertThat(Tokens.claimsOf("a.b.c")).isNull();
    assertThat(Tokens.claimsOf(bigId.tokens().userToken("bigid", TokenDefect.TWO_PARTS))).isNull();
  }
}
