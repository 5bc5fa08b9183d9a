package io.github.bigidtestkit.junit.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.BigIdSandboxExtension;
import io.github.bigidtestkit.junit.OneTest;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.Run;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Tests that want a sandbox where none is declared. */
class MissingSandboxTests {

  private static String missing(String testCase) {
    return "@BigIdSandbox is missing on [MissingSandboxTests.%s], whose tests ask for a sandbox. Put it on the class or on the test method."
        .formatted(testCase);
  }

  private static String homeless(String place) {
    return "@ProtectedResource on [MissingSandboxTests.%s]: there is no sandbox to put it in. Add @BigIdSandbox; if the class registers a BigIdSandboxExtension, put the resource into its SandboxConfig."
        .formatted(place);
  }

  @Test
  void a_parameter_of_a_test_alone() {
    assertThat(Run.onlyFailure(ParameterTestCase.class))
        .isExactlyInstanceOf(ExtensionConfigurationException.class)
        .hasMessage(missing("ParameterTestCase"));
  }

  @Test
  void a_parameter_of_the_constructor_alone() {
    assertThat(Run.misuse(ConstructorTestCase.class)).isEqualTo(missing("ConstructorTestCase"));
  }

  @Test
  void a_parameter_of_before_each_alone() {
    assertThat(Run.misuse(BeforeEachTestCase.class)).isEqualTo(missing("BeforeEachTestCase"));
  }

  @Test
  void the_extension_alone() {
    assertThat(Run.misuse(ExtensionTestCase.class)).isEqualTo(missing("ExtensionTestCase"));
  }

  @Test
  void a_test_beside_an_annotated_one() {
    assertThat(Run.onlyFailure(BesideTestCase.class))
        .isExactlyInstanceOf(ExtensionConfigurationException.class)
        .hasMessage(missing("BesideTestCase"));
  }

  @Test
  void a_resource_on_the_class_alone() {
    assertThat(Run.misuse(ResourceTestCase.class)).isEqualTo(homeless("ResourceTestCase"));
  }

  @Test
  void a_resource_on_a_method_alone() {
    assertThat(Run.onlyFailure(MethodResourceTestCase.class))
        .isExactlyInstanceOf(ExtensionConfigurationException.class)
        .hasMessage(homeless("MethodResourceTestCase.test"));
  }

  static class ParameterTestCase {
    @Test
    void test(@UserToken String token) {}
  }

  static class ConstructorTestCase {
    ConstructorTestCase(@BaseUrl URI url) {
      throw new AssertionError(url);
    }

    @Test
    void test() {}
  }

  static class BeforeEachTestCase {
    @BeforeEach
    void before(@BaseUrl URI url) {}

    @Test
    void test() {}
  }

  @ExtendWith(BigIdSandboxExtension.class)
  static class ExtensionTestCase extends OneTest {}

  static class BesideTestCase {
    @Test
    @BigIdSandbox
    void annotated(FakeBigId bigId) {}

    @Test
    void test(@UserToken String token) {}
  }

  @ProtectedResource(path = "/things")
  static class ResourceTestCase extends OneTest {}

  static class MethodResourceTestCase {
    @Test
    @ProtectedResource(path = "/things")
    void test() {}
  }
}
