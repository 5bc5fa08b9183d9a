package io.github.bigidtestkit.internal.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.assertj.BigIdAssertions;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.SharedSandbox;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Test classes that Spring and the kit share. */
abstract class ContextTestCase {

  @Autowired Application application;
  @Autowired FakeBigId bean;

  @Test
  void the_context_knows_the_sandbox(FakeBigId bigId) {
    assertKnows(application, bigId);
    assertThat(bean).isSameAs(bigId);
    BigIdAssertions.assertThatToken(application.userToken).isForUser("bigid");
  }

  private static void assertKnows(Application application, FakeBigId bigId) {
    assertThat(application.baseUrl).isEqualTo(bigId.baseUrl().toString());
    assertThat(application.origin).isEqualTo(bigId.origin().toString());
  }

  @BigIdSandbox
  @SpringJUnitConfig(Application.class)
  static class SandboxFirst extends ContextTestCase {}

  @SpringJUnitConfig(Application.class)
  @BigIdSandbox
  static class SpringFirst extends ContextTestCase {}

  @SpringJUnitConfig(Application.class)
  @BigIdSandbox
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneObjectForAll extends ContextTestCase {}

  @SpringJUnitConfig(Application.class)
  @BigIdSandbox
  static class InConstructor extends ContextTestCase {
    InConstructor(@Autowired Application application, FakeBigId bigId) {
      assertKnows(application, bigId);
    }
  }

  @SpringJUnitConfig(Application.class)
  @BigIdSandbox
  static class InBeforeAll extends ContextTestCase {
    @BeforeAll
    static void begin(@Autowired Application application, FakeBigId bigId) {
      assertKnows(application, bigId);
    }
  }

  @SpringJUnitConfig(Application.class)
  @BigIdSandbox
  static class WithNested extends ContextTestCase {
    @Nested
    @BigIdSandbox(systemTokenTtl = "PT5M")
    class Inner {
      @Test
      void the_context_knows_the_sandbox_here_too(FakeBigId bigId) {
        assertKnows(application, bigId);
      }
    }
  }

  @BigIdSandbox(lifecycle = Lifecycle.SHARED)
  @SpringJUnitConfig(Application.class)
  static class Shared extends ContextTestCase {}

  static class SharedToo extends Shared {}

  @BigIdSandbox(lifecycle = Lifecycle.SHARED)
  @SpringJUnitConfig(Application.class)
  static class Dynamic {

    @DynamicPropertySource
    static void point(DynamicPropertyRegistry registry) {
      registry.add("bigid.base-url", () -> SharedSandbox.of(Dynamic.class).baseUrl());
    }

    @Test
    void a_static_method_knows_the_sandbox(
        FakeBigId bigId, @Value("${bigid.base-url}") URI baseUrl) {
      assertThat(baseUrl).isEqualTo(bigId.baseUrl());
    }
  }

  @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
  static class PerMethod extends Without {}

  static class WithoutToo extends Without {}

  @SpringJUnitConfig(Application.class)
  static class Without {
    @Test
    void the_context_has_nothing_of_the_kit(@Autowired ObjectProvider<FakeBigId> beans) {
      assertThat(beans).isEmpty();
    }
  }
}
