package io.github.bigidtestkit.benchmark.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import io.github.bigidtestkit.benchmark.child.Answers;
import io.github.bigidtestkit.benchmark.child.Requests;

/** Both endpoints as one stubs them: what must be shown, and a fixed token in return. */
final class Stubs {

  private Stubs() {}

  static MappingBuilder login() {
    return post(urlPathEqualTo(Requests.LOGIN_PATH))
        .withRequestBody(
            equalToJson(
                "{\"username\":\"%s\",\"password\":\"%s\"}"
                    .formatted(Requests.USERNAME, Requests.PASSWORD)))
        .willReturn(okJson(Answers.LOGIN));
  }

  static MappingBuilder refresh() {
    return post(urlPathEqualTo(Requests.REFRESH_PATH))
        .withHeader("Authorization", equalTo("Bearer " + Answers.TOKEN))
        .willReturn(okJson(Answers.REFRESH));
  }
}
