package io.github.bigidtestkit.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.testing.Http;
import org.junit.jupiter.api.Test;

class LoginTests {

  @Test
  void gives_a_session_token_for_username_and_password() {
    try (FakeBigId bigId = FakeBigId.start()) {
      var login = Http.login(bigId, "bigid", "learner");
      assertThat(login.statusCode()).isEqualTo(200);
      assertThat(bigId.tokens().verify(Http.field(login, "auth_token")).accepted()).isTrue();
    }
  }
}
