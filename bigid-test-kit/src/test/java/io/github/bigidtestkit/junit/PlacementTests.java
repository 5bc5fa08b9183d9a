package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.User;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On which types {@link BigIdSandbox} can stand, and which of several counts. */
class PlacementTests {

  private static List<String> seen = List.of();

  private static List<String> users(Class<?> testCase) {
    seen = List.of();
    Run.passes(1, testCase);
    return seen;
  }

  @Test
  void on_the_class() {
    assertThat(users(DirectTestCase.class)).containsExactly("base");
  }

  @Test
  void without_users_there_is_the_demo_user() {
    assertThat(users(BareTestCase.class)).containsExactly("bigid");
  }

  @Test
  void on_a_base_class() {
    assertThat(users(InheritingTestCase.class)).containsExactly("base");
  }

  @Test
  void the_subclass_replaces_the_base() {
    assertThat(users(ReplacingTestCase.class)).containsExactly("own");
  }

  @Test
  void on_an_interface() {
    assertThat(users(ImplementingTestCase.class)).containsExactly("contract");
  }

  @Test
  void on_an_interface_of_an_interface_that_is_reached_by_two_ways() {
    assertThat(users(DiamondTestCase.class)).containsExactly("contract");
  }

  @Test
  void an_interface_of_the_class_is_nearer_than_its_base() {
    assertThat(users(BaseAndContractTestCase.class)).containsExactly("contract");
  }

  @Test
  void through_an_annotation_of_the_users_own() {
    assertThat(users(ComposedTestCase.class)).containsExactly("alice");
  }

  @Test
  void through_an_annotation_of_an_annotation() {
    assertThat(users(TwiceComposedTestCase.class)).containsExactly("alice");
  }

  @Test
  void through_a_composed_annotation_of_a_base_class() {
    assertThat(users(InheritingComposedTestCase.class)).containsExactly("alice");
  }

  @Test
  void a_composed_annotation_replaces_the_base() {
    assertThat(users(ComposedOverBaseTestCase.class)).containsExactly("alice");
  }

  abstract static class Seeing {
    @Test
    void sees(FakeBigId bigId) {
      seen = bigId.users().all().stream().map(User::username).toList();
    }
  }

  @BigIdSandbox(users = @SandboxUser(username = "base", password = "p"))
  static class DirectTestCase extends Seeing {}

  @BigIdSandbox
  static class BareTestCase extends Seeing {}

  static class InheritingTestCase extends DirectTestCase {}

  @BigIdSandbox(users = @SandboxUser(username = "own", password = "p"))
  static class ReplacingTestCase extends DirectTestCase {}

  @BigIdSandbox(users = @SandboxUser(username = "contract", password = "p"))
  interface Contract {}

  interface Left extends Contract {}

  interface Right extends Contract {}

  static class ImplementingTestCase extends Seeing implements Contract {}

  static class DiamondTestCase extends Seeing implements Left, Right {}

  static class BaseAndContractTestCase extends DirectTestCase implements Left {}

  @SandboxOfAlice
  static class ComposedTestCase extends Seeing {}

  @SandboxOfAlice
  @Retention(RetentionPolicy.RUNTIME)
  @interface Composed {}

  @Composed
  static class TwiceComposedTestCase extends Seeing {}

  static class InheritingComposedTestCase extends ComposedTestCase {}

  @Composed
  static class ComposedOverBaseTestCase extends DirectTestCase {}
}
