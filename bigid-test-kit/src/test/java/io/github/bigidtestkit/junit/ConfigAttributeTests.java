package io.github.bigidtestkit.junit;

import static io.github.bigidtestkit.junit.Run.assertMisuse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.ActiveFault;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Configurations in files, and annotations beside them. */
@BigIdSandbox(config = "classpath:sandbox.json")
class ConfigAttributeTests {

  private static final User ALICE =
      User.of("alice", "s3cret").withPermissions("permission.tasks.read_task_list");
  private static final Resource CONNECTIONS =
      Resource.of("GET", "/ds-connections")
          .requires("permission.tasks.read_task_list")
          .answers("{\"data\":[]}");

  @Test
  void the_file_says_all(FakeBigId bigId) {
    assertThat(bigId.config())
        .isEqualTo(
            SandboxConfig.builder()
                .systemTokenTtl(Duration.ofMinutes(15))
                .users(ALICE)
                .resources(CONNECTIONS)
                .build());
  }

  @Nested
  @BigIdSandbox(
      systemTokenTtl = "PT5M",
      users = @SandboxUser(username = "bob", password = "hunter2"))
  class An_annotation_around_which_a_file_speaks {

    @Test
    @ProtectedResource(path = "/ds-connections", json = "[]")
    void adds_to_the_file(FakeBigId bigId) {
      assertThat(bigId.config())
          .isEqualTo(
              SandboxConfig.builder()
                  .systemTokenTtl(Duration.ofMinutes(5))
                  .users(ALICE, User.of("bob", "hunter2"))
                  .protect("GET", "/ds-connections", "[]")
                  .build());
    }
  }

  @Nested
  @BigIdSandbox(config = "classpath:sandboxes/fault.json")
  class A_file_around_which_a_file_speaks {

    @Test
    void adds_to_it(FakeBigId bigId) {
      assertThat(bigId.config().users()).containsExactly(ALICE);
      assertThat(bigId.faults().active()).hasSize(1);
      assertThat(Calls.login(bigId, "alice", "s3cret")).isEqualTo(500);
    }
  }

  @Test
  void attributes_beside_the_file_add_to_it() {
    Run.passes(1, BesideTestCase.class);
  }

  @BigIdSandbox(
      config = "classpath:sandbox.json",
      dialect = Dialect.DEPLOYMENT,
      users = @SandboxUser(username = "alice", password = "other"))
  @ProtectedResource(path = "/other")
  static class BesideTestCase {

    @Test
    void test(FakeBigId bigId) {
      assertThat(bigId.config())
          .isEqualTo(
              SandboxConfig.builder()
                  .systemTokenTtl(Duration.ofMinutes(15))
                  .dialect(Dialect.DEPLOYMENT)
                  .users(User.of("alice", "other"))
                  .resources(CONNECTIONS)
                  .protect("GET", "/other", "{}")
                  .build());
    }
  }

  @Test
  void faults_start_with_each_test_and_must_strike() {
    assertThat(Run.failures(Run.of(FaultTestCase.class)))
        .singleElement()
        .isInstanceOfSatisfying(
            AssertionError.class,
            failure ->
                assertThat(failure)
                    .hasMessage(
                        "Fault [status 500, 1 time(s), on SESSIONS] never struck, so the test proves nothing. No call came. Let the client make the call, choose other calls, or make it optional."));
  }

  @BigIdSandbox(config = "classpath:sandboxes/fault.json")
  static class FaultTestCase {

    @BeforeEach
    void is_under_way(FakeBigId bigId) {
      assertThat(bigId.faults().active())
          .extracting(ActiveFault::label)
          .containsExactly("status 500, 1 time(s), on SESSIONS");
    }

    @Test
    void strikes(FakeBigId bigId) {
      assertThat(Calls.login(bigId, "bigid", "learner")).isEqualTo(500);
    }

    @Test
    void strikes_again(FakeBigId bigId) {
      assertThat(Calls.login(bigId, "bigid", "learner")).isEqualTo(500);
    }

    @Test
    void never_strikes() {}
  }

  @Test
  void what_is_wrong_in_the_file_is_said_with_the_place() {
    assertMisuse(
        MisspeltTestCase.class,
        "config [classpath:sandboxes/misspelt.json], line 4, column 25: users[1].pasword is not known. Did you mean [password]? Known here: admin, enabled, firstName, locked, password, permissions, roleIds, tokenOnly, username.");
  }

  @Test
  void a_file_that_is_not_there() {
    assertMisuse(
        MissingTestCase.class,
        "config [classpath:sandboxes/none.json] is not on the class path. Put it into src/test/resources, and name it from there.");
  }

  @Test
  void a_file_whose_whereabouts_are_not_said() {
    assertMisuse(
        BareTestCase.class,
        "config [sandbox.json] begins with neither [classpath:] nor [file:]. Write [classpath:sandbox.json] for src/test/resources/sandbox.json, or [file:] before a path.");
  }

  @Test
  void what_does_not_go_together_with_what_the_annotation_says() {
    assertMisuse(
        NamesTestCase.class,
        "hostNames [bigid.test] are for the certificate, and without https there is none. Set https, or leave them out.");
  }

  @Test
  void a_port_inside_of_a_class_that_has_a_sandbox() {
    assertThat(Run.failures(Run.of(OuterTestCase.class)))
        .singleElement()
        .extracting(Throwable::getMessage)
        .isEqualTo(
            "@BigIdSandbox on [ConfigAttributeTests.OuterTestCase.Inner]: config [classpath:sandboxes/port.json]: port [8443] can only be set on the outermost class. Move it to the @BigIdSandbox there.");
  }

  @BigIdSandbox(config = "classpath:sandboxes/misspelt.json")
  static class MisspeltTestCase extends OneTest {}

  @BigIdSandbox(config = "classpath:sandboxes/none.json")
  static class MissingTestCase extends OneTest {}

  @BigIdSandbox(config = "sandbox.json")
  static class BareTestCase extends OneTest {}

  @BigIdSandbox(config = "classpath:sandboxes/names.json")
  static class NamesTestCase extends OneTest {}

  @BigIdSandbox
  static class OuterTestCase {

    @Nested
    @BigIdSandbox(config = "classpath:sandboxes/port.json")
    class Inner extends OneTest {}
  }
}
