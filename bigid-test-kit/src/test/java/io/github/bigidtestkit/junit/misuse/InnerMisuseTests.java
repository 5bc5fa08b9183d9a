package io.github.bigidtestkit.junit.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.OneTest;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.Run;
import io.github.bigidtestkit.junit.SandboxOfAlice;
import io.github.bigidtestkit.junit.SandboxUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What methods and nested classes can't say. */
class InnerMisuseTests {

  private static void refuses(Class<?> testCase, String message) {
    assertThat(Run.misuse(testCase)).isEqualTo(message);
  }

  private static void refusesTest(Class<?> testCase, String message) {
    assertThat(Run.misuseOfTest(testCase)).isEqualTo(message);
  }

  @Test
  void a_wrong_method_is_refused_and_the_others_run() {
    refusesTest(
        WrongMethodTestCase.class,
        "@BigIdSandbox on [InnerMisuseTests.WrongMethodTestCase.wrong]: systemTokenTtl [soon] is not an ISO-8601 duration in days, hours, minutes and seconds. Write 15 minutes as [PT15M], 30 days as [P30D].");
  }

  @Test
  void a_wrong_resource_of_a_method_is_refused_and_the_others_run() {
    refusesTest(
        WrongResourceTestCase.class,
        "@ProtectedResource on [InnerMisuseTests.WrongResourceTestCase.wrong]: resource path [things] does not begin with a slash. Write it as it follows the base URL, such as [/ds-connections].");
  }

  @Test
  void a_wrong_resource_of_a_nested_class() {
    refuses(
        WrongNestedResourceTestCase.class,
        "@ProtectedResource on [InnerMisuseTests.WrongNestedResourceTestCase.Inner]: resource [GET /things]: answer body [] is not JSON (it is empty). Fix it, use [{}], or give it as text with a content type.");
  }

  @Test
  void a_port_of_a_method() {
    refusesTest(
        PortTestCase.class,
        "@BigIdSandbox on [InnerMisuseTests.PortTestCase.wrong]: port [4711] can only be set on the outermost class. Move it to the @BigIdSandbox there.");
  }

  @Test
  void a_journal_capacity_of_a_nested_class() {
    refuses(
        CapacityTestCase.class,
        "@BigIdSandbox on [InnerMisuseTests.CapacityTestCase.Inner]: journalCapacity [5] can only be set on the outermost class. Move it to the @BigIdSandbox there.");
  }

  @Test
  void a_reset_of_a_nested_class() {
    refuses(
        ResetTestCase.class,
        "@BigIdSandbox on [InnerMisuseTests.ResetTestCase.Inner]: reset [false] can only be set on the outermost class. Move it to the @BigIdSandbox there.");
  }

  @Test
  void a_transport_of_a_nested_class_or_a_method() {
    String inside =
        "@BigIdSandbox on [InnerMisuseTests.%s]: %s can only be set on the outermost class. Move it to the @BigIdSandbox there.";
    refuses(HttpsTestCase.class, inside.formatted("HttpsTestCase.Inner", "https [true]"));
    refusesTest(NamesTestCase.class, inside.formatted("NamesTestCase.wrong", "hostNames [a, b]"));
    refuses(Http2TestCase.class, inside.formatted("Http2TestCase.Inner", "http2 [true]"));
  }

  @Test
  void a_method_that_would_change_what_is_never_put_back() {
    refusesTest(
        NeverPutBackTestCase.class,
        "@BigIdSandbox on [InnerMisuseTests.NeverPutBackTestCase.wrong]: the class around it has [reset = false], so its sandbox can't be changed for some of the tests. Remove one of the two.");
  }

  @Test
  void a_user_twice_within_a_method() {
    refusesTest(
        TwiceTestCase.class,
        "@BigIdSandbox on [InnerMisuseTests.TwiceTestCase.wrong]: user name [bob] is declared twice. User names must be unique; remove one.");
  }

  @Test
  void a_method_that_is_annotated_twice() {
    refusesTest(
        AnnotatedTwiceTestCase.class,
        "@BigIdSandbox on [InnerMisuseTests.AnnotatedTwiceTestCase.wrong]: it is there 2 times, directly or through other annotations. One must say all; merge them.");
  }

  @BigIdSandbox
  static class WrongMethodTestCase extends OneTest {
    @Test
    @BigIdSandbox(systemTokenTtl = "soon")
    void wrong() {}
  }

  @BigIdSandbox
  static class WrongResourceTestCase extends OneTest {
    @Test
    @ProtectedResource(path = "things")
    void wrong() {}
  }

  @BigIdSandbox
  static class WrongNestedResourceTestCase {
    @Nested
    @ProtectedResource(path = "/things", json = "")
    class Inner extends OneTest {}
  }

  @BigIdSandbox
  static class PortTestCase extends OneTest {
    @Test
    @BigIdSandbox(port = 4711)
    void wrong() {}
  }

  @BigIdSandbox
  static class CapacityTestCase {
    @Nested
    @BigIdSandbox(journalCapacity = 5)
    class Inner extends OneTest {}
  }

  @BigIdSandbox
  static class ResetTestCase {
    @Nested
    @BigIdSandbox(reset = false)
    class Inner extends OneTest {}
  }

  @BigIdSandbox
  static class HttpsTestCase {
    @Nested
    @BigIdSandbox(https = true)
    class Inner extends OneTest {}
  }

  @BigIdSandbox(https = true)
  static class NamesTestCase extends OneTest {
    @Test
    @BigIdSandbox(hostNames = {"a", "b"})
    void wrong() {}
  }

  @BigIdSandbox
  static class Http2TestCase {
    @Nested
    @BigIdSandbox(http2 = true)
    class Inner extends OneTest {}
  }

  @BigIdSandbox(reset = false)
  static class NeverPutBackTestCase extends OneTest {
    @Test
    @BigIdSandbox(users = @SandboxUser(username = "bob", password = "p"))
    void wrong() {}
  }

  @BigIdSandbox(users = @SandboxUser(username = "bob", password = "p"))
  static class TwiceTestCase extends OneTest {
    @Test
    @BigIdSandbox(
        users = {
          @SandboxUser(username = "bob", password = "p"),
          @SandboxUser(username = "bob", password = "q")
        })
    void wrong() {}
  }

  @BigIdSandbox
  static class AnnotatedTwiceTestCase extends OneTest {
    @Test
    @BigIdSandbox
    @SandboxOfAlice
    void wrong() {}
  }
}
