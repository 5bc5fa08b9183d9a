package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.junit.versions.SinceJUnit;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The extension as a field. */
class RegisteredTests {

  private static final SandboxConfig CONFIG =
      SandboxConfig.builder()
          .user("carol", "p")
          .systemTokenTtl(Duration.ofMinutes(7))
          .resources(Resource.of("GET", "/things").answers("[7]"))
          .build();

  private static final List<FakeBigId> STARTED = new ArrayList<>();

  @BeforeEach
  void forget_the_last_run() {
    STARTED.clear();
  }

  @Test
  void a_static_field_gives_the_class_a_sandbox_that_nested_classes_share() {
    Run.passes(3, StaticTestCase.class);
    assertThat(STARTED).hasSize(5).containsOnly(STARTED.get(0)).allSatisfy(Calls::assertClosed);
  }

  @Test
  void classes_with_one_configuration_have_a_sandbox_each() {
    Run.passes(4, InheritingTestCase.class, InheritingTooTestCase.class);
    assertThat(STARTED).hasSize(4).allSatisfy(Calls::assertClosed);
    assertThat(STARTED.stream().distinct()).hasSize(2);
  }

  @Test
  @SinceJUnit("5.12")
  void a_static_field_can_give_each_test_its_own() {
    Run.passes(2, StaticOwnTestCase.class);
    assertThat(STARTED).hasSize(2).doesNotHaveDuplicates().allSatisfy(Calls::assertClosed);
  }

  @Test
  void a_field_that_is_not_static_gives_each_test_its_own() {
    Run.passes(2, InstanceTestCase.class);
    assertThat(STARTED).hasSize(2).doesNotHaveDuplicates().allSatisfy(Calls::assertClosed);
  }

  @Test
  void a_field_of_a_shared_test_object_gives_the_class_a_sandbox() {
    Run.passes(2, SharedObjectTestCase.class);
    assertThat(STARTED).hasSize(3).containsOnly(STARTED.get(0)).allSatisfy(Calls::assertClosed);
  }

  static class StaticTestCase {
    @RegisterExtension
    static final BigIdSandboxExtension sandbox = new BigIdSandboxExtension(CONFIG);

    @BeforeAll
    static void before_all(FakeBigId bigId, @SystemToken String token) {
      STARTED.add(bigId);
      assertThat(bigId.tokens().verify(token).claims().user()).isEqualTo("carol");
    }

    @RepeatedTest(2)
    void is_put_back(FakeBigId bigId, @BaseUrl URI url, @SystemToken String token) {
      STARTED.add(bigId);
      assertThat(bigId.journal().exchanges()).isEmpty();
      assertThat(Calls.body(url, "/things", token)).isEqualTo("[7]");
      bigId.users().remove("carol");
    }

    @Nested
    class Inner {
      @Test
      void shares(FakeBigId bigId, @UserToken(user = "carol") String token) {
        STARTED.add(bigId);
        assertThat(Calls.refresh(bigId.baseUrl(), token)).isEqualTo(200);
      }
    }

    @AfterAll
    static void after_all(FakeBigId bigId) {
      STARTED.add(bigId);
    }
  }

  abstract static class Registering {
    @RegisterExtension
    static final BigIdSandboxExtension sandbox = new BigIdSandboxExtension(CONFIG);

    @RepeatedTest(2)
    void sees(FakeBigId bigId, @SystemToken String token) {
      STARTED.add(bigId);
      assertThat(bigId.tokens().verify(token).claims().lifetime()).isEqualTo(Duration.ofMinutes(7));
    }
  }

  static class InheritingTestCase extends Registering {}

  static class InheritingTooTestCase extends Registering {}

  static class StaticOwnTestCase {
    @RegisterExtension
    static final BigIdSandboxExtension sandbox =
        new BigIdSandboxExtension(CONFIG, Lifecycle.PER_METHOD);

    private final FakeBigId ofConstructor;

    StaticOwnTestCase(FakeBigId bigId) {
      ofConstructor = bigId;
    }

    @RepeatedTest(2)
    void sees(FakeBigId bigId, @UserToken String token) {
      STARTED.add(bigId);
      assertThat(bigId).isSameAs(ofConstructor);
      assertThat(Calls.refresh(bigId.baseUrl(), token)).isEqualTo(200);
    }
  }

  static class InstanceTestCase {
    @RegisterExtension final BigIdSandboxExtension sandbox = new BigIdSandboxExtension(CONFIG);

    @RepeatedTest(2)
    void sees(FakeBigId bigId, @UserToken String token) {
      STARTED.add(bigId);
      assertThat(Calls.refresh(bigId.baseUrl(), token)).isEqualTo(200);
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class SharedObjectTestCase {
    @RegisterExtension final BigIdSandboxExtension sandbox = new BigIdSandboxExtension(CONFIG);

    @BeforeAll
    void before_all(FakeBigId bigId) {
      STARTED.add(bigId);
    }

    @RepeatedTest(2)
    void sees(FakeBigId bigId, @UserToken String token) {
      STARTED.add(bigId);
      assertThat(Calls.refresh(bigId.baseUrl(), token)).isEqualTo(200);
    }
  }
}
