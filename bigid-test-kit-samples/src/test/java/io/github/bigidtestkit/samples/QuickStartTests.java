package io.github.bigidtestkit.samples;

// region quick-start
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@BigIdSandbox
class QuickStartTests {

  @Test
  void exchanges_a_user_token(@BaseUrl URI baseUrl, @UserToken String token) throws Exception {
    var call = HttpRequest.newBuilder(URI.create(baseUrl + "/refresh-access-token"));
    call.header("Authorization", token);
    var answer = HttpClient.newHttpClient().send(call.build(), BodyHandlers.ofString());
    assertThat(answer.body()).contains("\"success\":true", "\"systemToken\":");
  }
}
// endregion
