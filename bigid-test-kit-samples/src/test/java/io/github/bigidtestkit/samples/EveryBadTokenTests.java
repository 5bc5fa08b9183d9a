package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.samples.BigIdException.Reason;
import io.github.bigidtestkit.token.TokenDefect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BigIdSandbox
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class EveryBadTokenTests {

  // region defects
  @ParameterizedTest
  @EnumSource(TokenDefect.class)
  void a_bad_user_token_is_reported_as_such(TokenDefect defect, FakeBigId bigId) {
    String bad = bigId.tokens().userToken("bigid", defect);
    var client = new BigIdClient(bigId.baseUrl(), Credentials.userToken(bad));

    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(() -> client.get("/ds-connections"))
        .withMessage("BigID rejected GET /refresh-access-token")
        .returns(Reason.NOT_AUTHENTICATED, BigIdException::reason);
  }

  // endregion

  @ParameterizedTest
  @EnumSource(TokenDefect.class)
  void a_bad_system_token_opens_nothing(TokenDefect defect, FakeBigId bigId) throws Exception {
    String bad = bigId.tokens().systemToken("bigid", defect);
    var call = HttpRequest.newBuilder(URI.create(bigId.baseUrl() + "/ds-connections"));
    call.header("Authorization", bad);

    var answer = HttpClient.newHttpClient().send(call.build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
  }
}
