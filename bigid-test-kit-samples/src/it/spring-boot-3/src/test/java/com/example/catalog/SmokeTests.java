package com.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.server.FakeBigId;
import org.junit.jupiter.api.Test;

@BigIdSandbox
class SmokeTests {
  @Test
  void starts(FakeBigId bigId) {
    assertThat(bigId.tokens().userToken("bigid")).isNotEmpty();
  }
}
