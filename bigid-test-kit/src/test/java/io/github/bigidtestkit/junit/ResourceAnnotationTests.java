package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Answer;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.Resource;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** {@link ProtectedResource} on classes: a subclass adds to its base and replaces the same call. */
class ResourceAnnotationTests {

  @BigIdSandbox(
      users = {
        @SandboxUser(username = "alice", password = "p", permissions = "READ"),
        @SandboxUser(username = "bob", password = "p")
      })
  @ProtectedResource(path = "/base", json = "[1]")
  @ProtectedResource(path = "/both", json = "[2]")
  abstract static class BaseTestCase {}

  @ProtectedResource(path = "/middle")
  abstract static class MiddleTestCase extends BaseTestCase {}

  @ProtectedResource(path = "/contract", json = "[3]")
  interface Contract {}

  @BigIdSandbox
  static class AnswersTestCase {
    @Test
    @ProtectedResource(
        path = "/a",
        query = {"x=1", "y = a=b"},
        headers = "X-Tenant: t",
        permission = "P",
        answers = {
          @ResourceAnswer(json = "[1]"),
          @ResourceAnswer(status = 422, contentType = "text/plain", text = "no"),
          @ResourceAnswer(headers = "X-B: c:d", file = "classpath:pages/page.json"),
          @ResourceAnswer(status = 204)
        },
        ends = true,
        optional = true)
    void all_of_it(FakeBigId bigId) {
      assertThat(bigId.resources().all())
          .containsExactly(
              Resource.of("GET", "/a")
                  .whenQuery("x", "1")
                  .whenQuery("y", "a=b")
                  .whenHeader("x-tenant", "t")
                  .requires("P")
                  .answers("[1]")
                  .thenAnswers(Answer.text("text/plain", "no").withStatus(422))
                  .thenAnswers(Answer.json("{\"from\":\"file\"}").withHeader("X-B", "c:d"))
                  .thenAnswers(Answer.empty(204))
                  .thenEnds()
                  .asOptional());
    }
  }

  @Test
  void an_annotation_says_the_same_as_code() {
    Run.passes(1, AnswersTestCase.class);
  }

  @ProtectedResource(path = "/both", json = "[4]")
  @ProtectedResource(method = "POST", path = "/both", json = "[5]")
  @ProtectedResource(path = "/things/{id}", permission = "READ", json = "[6]")
  static class SubTestCase extends MiddleTestCase implements Contract {
    @Test
    void sees_all(
        @BaseUrl URI url, @SystemToken String alice, @SystemToken(user = "bob") String bob) {
      assertThat(Calls.body(url, "/base", alice)).isEqualTo("[1]");
      assertThat(Calls.body(url, "/middle", alice)).isEqualTo("{}");
      assertThat(Calls.body(url, "/contract", alice)).isEqualTo("[3]");
      assertThat(Calls.body(url, "/both", alice)).isEqualTo("[4]");
      assertThat(Calls.body(url, "/things/7", alice)).isEqualTo("[6]");
      assertThat(Calls.get(url, "/both", bob)).isEqualTo(200);
      assertThat(Calls.get(url, "/things/7", bob)).isEqualTo(403);
    }
  }

  @ProtectedResource(path = "/both", json = "[2]")
  static class BackAgainTestCase extends SubTestCase {
    @Override
    @Test
    void sees_all(
        @BaseUrl URI url, @SystemToken String alice, @SystemToken(user = "bob") String bob) {
      assertThat(Calls.body(url, "/both", alice)).isEqualTo("[2]");
    }
  }

  @Test
  void the_subclass_adds_and_replaces() {
    Run.passes(1, SubTestCase.class);
  }

  @Test
  void what_was_replaced_can_be_declared_again_further_down() {
    Run.passes(1, BackAgainTestCase.class);
  }
}
