package io.github.bigidtestkit.junit.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.BigIdSandboxExtension;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.OneTest;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.Run;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The extension as a field, together with annotations. */
class RegisteredMisuseTests {

  private static String both(String place) {
    return "@BigIdSandbox on [RegisteredMisuseTests.%s]: the class also registers a BigIdSandboxExtension. Only one can declare the sandbox; remove the other."
        .formatted(place);
  }

  @Test
  void an_annotated_class() {
    assertThat(Run.misuse(ClassTestCase.class)).isEqualTo(both("ClassTestCase"));
  }

  @Test
  void an_annotated_class_with_a_field_that_is_not_static() {
    assertThat(Run.onlyFailure(InstanceTestCase.class))
        .isExactlyInstanceOf(ExtensionConfigurationException.class)
        .hasMessage(both("InstanceTestCase"));
  }

  @Test
  void an_annotated_method() {
    assertThat(Run.onlyFailure(MethodTestCase.class))
        .isExactlyInstanceOf(ExtensionConfigurationException.class)
        .hasMessage(both("MethodTestCase.annotated"));
  }

  @Test
  void an_annotated_nested_class() {
    assertThat(Run.misuse(NestedTestCase.class)).isEqualTo(both("NestedTestCase.Inner"));
  }

  @Test
  void a_resource() {
    assertThat(Run.misuse(ResourceTestCase.class))
        .isEqualTo(
            "@ProtectedResource on [RegisteredMisuseTests.ResourceTestCase]: there is no sandbox to put it in. Add @BigIdSandbox; if the class registers a BigIdSandboxExtension, put the resource into its SandboxConfig.");
  }

  @Test
  void a_lifecycle_that_is_only_for_annotations() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BigIdSandboxExtension(SandboxConfig.defaults(), Lifecycle.INHERITED))
        .withMessage(
            "A registered sandbox inherits nothing, so Lifecycle.INHERITED is not for it. Use Lifecycle.PER_CLASS.");
  }

  @BigIdSandbox
  static class ClassTestCase extends OneTest {
    @RegisterExtension
    static final BigIdSandboxExtension sandbox =
        new BigIdSandboxExtension(SandboxConfig.defaults());
  }

  @BigIdSandbox
  static class InstanceTestCase extends OneTest {
    @RegisterExtension
    final BigIdSandboxExtension sandbox = new BigIdSandboxExtension(SandboxConfig.defaults());
  }

  static class MethodTestCase extends OneTest {
    @RegisterExtension
    static final BigIdSandboxExtension sandbox =
        new BigIdSandboxExtension(SandboxConfig.defaults());

    @Test
    @BigIdSandbox
    void annotated() {}
  }

  static class NestedTestCase {
    @RegisterExtension
    static final BigIdSandboxExtension sandbox =
        new BigIdSandboxExtension(SandboxConfig.defaults());

    @Nested
    @BigIdSandbox
    class Inner extends OneTest {}
  }

  @ProtectedResource(path = "/things")
  static class ResourceTestCase extends OneTest {
    @RegisterExtension
    static final BigIdSandboxExtension sandbox =
        new BigIdSandboxExtension(SandboxConfig.defaults());
  }
}
