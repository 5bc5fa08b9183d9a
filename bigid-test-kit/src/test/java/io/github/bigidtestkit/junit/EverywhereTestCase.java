package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.Tokens;
import java.net.URI;
import java.net.URL;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes parameters wherever JUnit injects them for a test. */
@SandboxOfAlice
public abstract class EverywhereTestCase {

  /** 1 plain, 2 repeated, 2 with values, one for each defect, and a dynamic one. */
  static final int TESTS = 6 + TokenDefect.values().length;

  static final Set<String> PLACES = new ConcurrentSkipListSet<>();

  @BeforeEach
  void before(FakeBigId bigId, @BaseUrl URI url, @SessionToken String token) {
    works("before each", bigId, url, token);
  }

  @Test
  void all_types(
      FakeBigId bigId,
      SandboxClock clock,
      Tokens tokens,
      Journal journal,
      @BaseUrl URI uri,
      @BaseUrl URL url,
      @BaseUrl String text) {
    assertThat(clock).isSameAs(bigId.clock());
    assertThat(tokens).isSameAs(bigId.tokens());
    assertThat(journal).isSameAs(bigId.journal());
    assertThat(uri).isEqualTo(bigId.baseUrl());
    assertThat(url).hasToString(uri.toString());
    assertThat(text).isEqualTo(uri.toString());
    works("test", bigId, url, tokens.sessionToken("alice"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void values_first(String value, FakeBigId bigId, @BaseUrl URI url, @SystemToken String token) {
    assertThat(value).isIn("GET", "POST");
    works("parameterized", bigId, url, token);
  }

  @ParameterizedTest
  @EnumSource(TokenDefect.class)
  void defects_first(TokenDefect defect, FakeBigId bigId, @BaseUrl URI url) {
    String bad = bigId.tokens().systemToken("alice", defect);
    assertThat(Calls.get(url, "/things", bad)).isEqualTo(401);
  }

  @RepeatedTest(2)
  void again(RepetitionInfo info, FakeBigId bigId, @BaseUrl URI url, @SystemToken String token) {
    assertThat(info.getTotalRepetitions()).isEqualTo(2);
    works("repeated", bigId, url, token);
  }

  @TestFactory
  Stream<DynamicTest> factory(FakeBigId bigId, @BaseUrl URI url, @SystemToken String token) {
    return Stream.of(DynamicTest.dynamicTest("dynamic", () -> works("factory", bigId, url, token)));
  }

  @AfterEach
  void after(FakeBigId bigId, @BaseUrl URI url, @SystemToken String token) {
    works("after each", bigId, url, token);
  }

  static void works(String place, FakeBigId bigId, Object url, String token) {
    assertThat(bigId.isRunning()).isTrue();
    assertThat(Calls.get(url, "/things", token)).isEqualTo(200);
    PLACES.add(place);
  }
}
