package com.example.playground;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Shows what the exchange of a token looks like. */
public final class Playground {

  private Playground() {}

  public static void main(String[] args) throws Exception {
    System.out.println(exchange(SandboxConfig.defaults()));
  }

  /** The answer of a sandbox to a user token. */
  static String exchange(SandboxConfig config) throws IOException, InterruptedException {
    try (FakeBigId bigId = FakeBigId.start(config)) {
      HttpRequest call =
          HttpRequest.newBuilder(URI.create(bigId.baseUrl() + "/refresh-access-token"))
              .header("Authorization", bigId.tokens().userToken("bigid"))
              .build();
      return bigId.httpClient().send(call, BodyHandlers.ofString()).body();
    }
  }
}
