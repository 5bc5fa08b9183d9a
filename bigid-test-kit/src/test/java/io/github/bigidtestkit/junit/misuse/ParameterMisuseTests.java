package io.github.bigidtestkit.junit.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Defective;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.OneTest;
import io.github.bigidtestkit.junit.Run;
import io.github.bigidtestkit.junit.SandboxUser;
import io.github.bigidtestkit.junit.SessionToken;
import io.github.bigidtestkit.junit.SystemToken;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.token.TokenDefect;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Parameters that can't be injected. */
class ParameterMisuseTests {

  private static final Map<String, Throwable> FAILURES = failuresByMethod();

  private static Map<String, Throwable> failuresByMethod() {
    EngineExecutionResults results = Run.of(ParametersTestCase.class);
    return results.testEvents().executions().failed().stream()
        .collect(
            Collectors.toMap(
                failed -> failed.getTestDescriptor().getDisplayName().replaceAll("\\(.*", ""),
                failed ->
                    failed.getTerminationInfo().getExecutionResult().getThrowable().orElseThrow()));
  }

  private static void refused(String method, String annotation, String parameter, String rule) {
    assertThat(FAILURES.get(method))
        .isExactlyInstanceOf(ParameterResolutionException.class)
        .hasMessage(
            "%s on parameter [%s of ParameterMisuseTests.ParametersTestCase.%s]: %s",
            annotation, parameter, method, rule);
  }

  @Test
  void every_method_of_the_fixture_is_refused() {
    assertThat(FAILURES).hasSize(13);
  }

  @Test
  void a_user_that_is_not_there() {
    refused(
        "unknown_user",
        "@UserToken",
        "String p",
        "there is no user [carol]; there are [alice, bob]. Declare it with @SandboxUser, or ask for TokenDefect.UNKNOWN_USER.");
  }

  @Test
  void types_that_take_no_token_or_url() {
    String rule = "its type [%s] can't take that. Make it %s.";
    refused("user_type", "@UserToken", "Object p", rule.formatted("Object", "String"));
    refused("session_type", "@SessionToken", "char[] p", rule.formatted("char[]", "String"));
    refused("system_type", "@SystemToken", "int p", rule.formatted("int", "String"));
    refused("url_type", "@BaseUrl", "int p", rule.formatted("int", "URI, URL or String"));
    refused("token_on_fake", "@SystemToken", "FakeBigId p", rule.formatted("FakeBigId", "String"));
    refused(
        "url_on_fake",
        "@BaseUrl",
        "FakeBigId p",
        rule.formatted("FakeBigId", "URI, URL or String"));
  }

  @Test
  void two_annotations() {
    String rule = "they contradict each other. Keep one.";
    refused("two_tokens", "@UserToken and @SystemToken", "String p", rule);
    refused("url_and_token", "@BaseUrl and @SessionToken", "String p", rule);
  }

  @Test
  void defects_that_contradict() {
    refused(
        "defect_alone",
        "@Defective",
        "String p",
        "it makes a token defective, but none is asked for. Add @UserToken, @SessionToken or @SystemToken.");
    refused(
        "defect_and_life",
        "@SessionToken",
        "String p",
        "@Defective [EXPIRED] and validFor [PT1M] contradict each other. Remove one.");
  }

  @Test
  void lifetimes_that_can_not_be() {
    refused(
        "negative_life",
        "@UserToken",
        "String p",
        "A token can't be valid for [PT-5S]. Give a positive duration, or ask for TokenDefect.EXPIRED.");
    refused(
        "bad_life",
        "@UserToken",
        "String p",
        "validFor [5 minutes] is not an ISO-8601 duration in days, hours, minutes and seconds. Write 15 minutes as [PT15M], 30 days as [P30D].");
  }

  @Test
  void a_class_level_parameter_where_each_test_has_its_own() {
    assertThat(Run.onlyFailure(OwnTestCase.class))
        .isExactlyInstanceOf(ParameterResolutionException.class)
        .hasMessage(
            "Parameter [String p of ParameterMisuseTests.OwnTestCase.before_all]: each test has a sandbox of its own (Lifecycle.PER_METHOD), so there is none outside of a test. Take it in the test method or in @BeforeEach, or use Lifecycle.PER_CLASS.");
  }

  @Test
  void a_parameter_of_a_constructor_whose_object_tests_share_where_each_has_its_own() {
    assertThat(Run.onlyFailure(SharedObjectTestCase.class))
        .isExactlyInstanceOf(ParameterResolutionException.class)
        .hasMessage(
            "Parameter [URI p of the constructor of ParameterMisuseTests.SharedObjectTestCase]: each test has a sandbox of its own (Lifecycle.PER_METHOD), so there is none outside of a test. Take it in the test method or in @BeforeEach, or give each test an object of its own with JUnit 5.12 or later, or use Lifecycle.PER_CLASS.");
  }

  @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class SharedObjectTestCase extends OneTest {
    SharedObjectTestCase(@BaseUrl URI p) {
      throw new AssertionError(p);
    }
  }

  @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
  static class OwnTestCase extends OneTest {
    @BeforeAll
    static void before_all(@BaseUrl String p) {}
  }

  @BigIdSandbox(
      users = {
        @SandboxUser(username = "alice", password = "p"),
        @SandboxUser(username = "bob", password = "p")
      })
  static class ParametersTestCase {
    @Test
    void unknown_user(@UserToken(user = "carol") String p) {}

    @Test
    void user_type(@UserToken Object p) {}

    @Test
    void session_type(@SessionToken char[] p) {}

    @Test
    void system_type(@SystemToken int p) {}

    @Test
    void url_type(@BaseUrl int p) {}

    @Test
    void token_on_fake(@SystemToken FakeBigId p) {}

    @Test
    void url_on_fake(@BaseUrl FakeBigId p) {}

    @Test
    void two_tokens(@UserToken @SystemToken String p) {}

    @Test
    void url_and_token(@BaseUrl @SessionToken String p) {}

    @Test
    void defect_alone(@Defective(TokenDefect.EXPIRED) String p) {}

    @Test
    void defect_and_life(
        @SessionToken(validFor = "PT1M") @Defective(TokenDefect.EXPIRED) String p) {}

    @Test
    void negative_life(@UserToken(validFor = "PT-5S") String p) {}

    @Test
    void bad_life(@UserToken(validFor = "5 minutes") String p) {}
  }
}
