package io.github.bigidtestkit.junit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.OneTest;
import io.github.bigidtestkit.junit.SandboxUser;
import io.github.bigidtestkit.junit.SharedSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Code that comes before injection finds the sandbox that tests share. */
class SharedSandboxTests {

  @Test
  void by_the_annotated_class_or_one_that_inherits_it() {
    FakeBigId bigId = SharedSandbox.of(AnnotatedTestCase.class);
    assertThat(bigId.isRunning()).isTrue();
    assertThat(bigId.users().find("static")).isPresent();
    assertThat(SharedSandbox.of(InheritingTestCase.class)).isSameAs(bigId);
  }

  @Test
  void by_the_configuration() {
    SandboxConfig config = SandboxConfig.builder().user("static", "p").build();
    assertThat(SharedSandbox.of(config)).isSameAs(SharedSandbox.of(AnnotatedTestCase.class));
  }

  @Test
  void by_a_nested_class_which_shares_what_is_around_it() {
    FakeBigId bigId = SharedSandbox.of(AnnotatedTestCase.class);
    assertThat(SharedSandbox.of(AnnotatedTestCase.Plain.class)).isSameAs(bigId);
    assertThat(SharedSandbox.of(AnnotatedTestCase.Adding.class)).isSameAs(bigId);
  }

  @Test
  void by_a_nested_class_that_is_the_first_to_share() {
    FakeBigId bigId = SharedSandbox.of(OwnTestCase.Sharing.class);
    assertThat(bigId).isSameAs(SharedSandbox.of(AnnotatedTestCase.class));
  }

  @Test
  void but_not_by_a_class_without_one() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SharedSandbox.of(OneTest.class))
        .withMessage(
            "[OneTest] has no @BigIdSandbox, so there is no sandbox that lives as long as the run. Put @BigIdSandbox(lifecycle = Lifecycle.SHARED) on it.");
  }

  @Test
  void nor_by_a_class_with_another_lifecycle() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SharedSandbox.of(OwnTestCase.class))
        .withMessage(
            "[SharedSandboxTests.OwnTestCase] has Lifecycle.PER_CLASS, so there is no sandbox that lives as long as the run. Put @BigIdSandbox(lifecycle = Lifecycle.SHARED) on it.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SharedSandbox.of(AnnotatedTestCase.Own.class))
        .withMessageStartingWith(
            "[SharedSandboxTests.AnnotatedTestCase.Own] has Lifecycle.PER_METHOD, ");
  }

  @Test
  void nor_by_an_annotation_that_is_wrong() {
    assertThatExceptionOfType(ExtensionConfigurationException.class)
        .isThrownBy(() -> SharedSandbox.of(WrongTestCase.class))
        .withMessageStartingWith(
            "@BigIdSandbox on [SharedSandboxTests.WrongTestCase]: systemTokenTtl [soon] ");
  }

  @Test
  void it_may_be_on_a_port_of_choice_which_others_can_not_have() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    SandboxConfig config = SandboxConfig.builder().port(port).build();
    assertThat(SharedSandbox.of(config).port()).isEqualTo(port);
    SandboxConfig other = config.toBuilder().user("other", "p").build();
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> SharedSandbox.of(other))
        .withMessageStartingWith("The sandbox can't listen on port [" + port + "]");
    SharedSandbox.of(config).close();
  }

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "static", password = "p"))
  static class AnnotatedTestCase {
    @Nested
    class Plain extends OneTest {}

    @Nested
    @BigIdSandbox(users = @SandboxUser(username = "bob", password = "p"))
    class Adding extends OneTest {}

    @Nested
    @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
    class Own extends OneTest {}
  }

  static class InheritingTestCase extends AnnotatedTestCase {}

  @BigIdSandbox
  static class OwnTestCase {
    @Nested
    @BigIdSandbox(
        lifecycle = Lifecycle.SHARED,
        users = @SandboxUser(username = "static", password = "p"))
    class Sharing extends OneTest {}
  }

  @BigIdSandbox(lifecycle = Lifecycle.SHARED, systemTokenTtl = "soon")
  static class WrongTestCase extends OneTest {}
}
