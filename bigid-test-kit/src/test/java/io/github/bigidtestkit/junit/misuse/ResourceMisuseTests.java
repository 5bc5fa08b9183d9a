package io.github.bigidtestkit.junit.misuse;

import static io.github.bigidtestkit.junit.Run.assertMisuse;

import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.OneTest;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.ResourceAnswer;
import org.junit.jupiter.api.Test;

/** Resources that no call would reach, or that could not answer. */
class ResourceMisuseTests {

  @Test
  void a_path_without_a_slash() {
    assertMisuse(
        NoSlashTestCase.class,
        "resource path [things] does not begin with a slash. Write it as it follows the base URL, such as [/ds-connections].");
  }

  @Test
  void an_empty_path() {
    assertMisuse(
        EmptyPathTestCase.class,
        "resource path [] does not begin with a slash. Write it as it follows the base URL, such as [/ds-connections].");
  }

  @Test
  void a_path_that_repeats_the_base_url() {
    assertMisuse(
        PrefixTestCase.class,
        "resource path [/api/v1/things] repeats the [/api/v1] of the base URL. Leave that off.");
  }

  @Test
  void a_path_with_a_query() {
    assertMisuse(
        QueryTestCase.class,
        "resource path [/things?limit=1] has a query or fragment. Leave it off; parameters are given as query, in code by whenQuery.");
  }

  @Test
  void a_path_of_the_login() {
    assertMisuse(
        LoginTestCase.class,
        "resource path [/sessions] is one of the sandbox's own endpoints. Choose another.");
  }

  @Test
  void a_path_of_the_exchange() {
    assertMisuse(
        ExchangeTestCase.class,
        "resource path [/refresh-access-token] is one of the sandbox's own endpoints. Choose another.");
  }

  @Test
  void braces_within_a_segment() {
    assertMisuse(
        BracesTestCase.class,
        "resource path [/things/x{id}] has braces within a segment. A variable is a whole segment, such as [/{id}].");
  }

  @Test
  void a_body_that_is_not_json() {
    assertMisuse(
        BadJsonTestCase.class,
        "resource [GET /things]: answer body [{\"a\":] is not JSON (line 1, column 6). Fix it, use [{}], or give it as text with a content type.");
  }

  @Test
  void an_empty_body() {
    assertMisuse(
        EmptyJsonTestCase.class,
        "resource [GET /things]: answer body [] is not JSON (it is empty). Fix it, use [{}], or give it as text with a content type.");
  }

  @Test
  void a_method_that_is_none() {
    assertMisuse(
        BadMethodTestCase.class,
        "resource method [GET /] is not an HTTP method. Write one such as [GET].");
  }

  @Test
  void a_blank_permission() {
    assertMisuse(
        BlankPermissionTestCase.class,
        "resource [GET /things] asks for a blank permission. Name it, or leave it out.");
  }

  @Test
  void a_call_twice() {
    assertMisuse(
        TwiceTestCase.class,
        "resource [GET /things] is declared twice. Method, path, query and headers must be unique; remove one.");
  }

  @Test
  void a_call_within_and_beside_the_annotation() {
    assertMisuse(
        BesideTestCase.class,
        "resource [GET /things] is declared twice. Method, path, query and headers must be unique; remove one.");
  }

  @Test
  void json_and_answers() {
    assertMisuse(
        JsonAndAnswersTestCase.class,
        "resource [GET /things] has json and answers. Keep one of them.");
  }

  @Test
  void an_answer_with_two_bodies() {
    assertMisuse(
        TwoBodiesTestCase.class, "an answer has several of json, text, file. Keep one of them.");
  }

  @Test
  void a_parameter_without_a_value() {
    assertMisuse(
        NoPairTestCase.class,
        "query [skip] is not a name and a value, or its name is there twice. Write each once, as [name=value].");
  }

  @Test
  void a_header_twice() {
    assertMisuse(
        TwiceHeaderTestCase.class,
        "headers [A: 2] is not a name and a value, or its name is there twice. Write each once, as [name:value].");
  }

  @Test
  void paths_that_can_not_be_told_apart() {
    assertMisuse(
        LikeTestCase.class,
        "resources [GET /{a}] and [GET /{b}] can't be told apart: some calls match both, and neither is more specific. Add a condition to one, or remove it.");
  }

  @BigIdSandbox
  @ProtectedResource(path = "/things", json = "1", answers = @ResourceAnswer)
  static class JsonAndAnswersTestCase extends OneTest {}

  @BigIdSandbox
  @ProtectedResource(path = "/things", answers = @ResourceAnswer(json = "1", text = "1"))
  static class TwoBodiesTestCase extends OneTest {}

  @BigIdSandbox
  @ProtectedResource(path = "/things", query = "skip")
  static class NoPairTestCase extends OneTest {}

  @BigIdSandbox
  @ProtectedResource(
      path = "/things",
      headers = {"A: 1", "A: 2"})
  static class TwiceHeaderTestCase extends OneTest {}

  @BigIdSandbox
  @ProtectedResource(path = "/{a}")
  @ProtectedResource(path = "/{b}")
  static class LikeTestCase extends OneTest {}

  @BigIdSandbox(resources = @ProtectedResource(path = "things"))
  static class NoSlashTestCase extends OneTest {}

  @BigIdSandbox(resources = @ProtectedResource(path = ""))
  static class EmptyPathTestCase extends OneTest {}

  @BigIdSandbox(resources = @ProtectedResource(path = "/api/v1/things"))
  static class PrefixTestCase extends OneTest {}

  @BigIdSandbox(resources = @ProtectedResource(path = "/things?limit=1"))
  static class QueryTestCase extends OneTest {}

  @BigIdSandbox(resources = @ProtectedResource(path = "/sessions"))
  static class LoginTestCase extends OneTest {}

  @BigIdSandbox(resources = @ProtectedResource(path = "/refresh-access-token"))
  static class ExchangeTestCase extends OneTest {}

  @BigIdSandbox(resources = @ProtectedResource(path = "/things/x{id}"))
  static class BracesTestCase extends OneTest {}

  @BigIdSandbox(resources = @ProtectedResource(path = "/things", json = "{\"a\":"))
  static class BadJsonTestCase extends OneTest {}

  @BigIdSandbox(resources = @ProtectedResource(path = "/things", json = ""))
  static class EmptyJsonTestCase extends OneTest {}

  @BigIdSandbox(resources = @ProtectedResource(method = "GET /", path = "/things"))
  static class BadMethodTestCase extends OneTest {}

  @BigIdSandbox(resources = @ProtectedResource(path = "/things", permission = " "))
  static class BlankPermissionTestCase extends OneTest {}

  @BigIdSandbox
  @ProtectedResource(path = "/things", json = "1")
  @ProtectedResource(method = "get", path = "/things", json = "2")
  static class TwiceTestCase extends OneTest {}

  @BigIdSandbox(resources = @ProtectedResource(path = "/things"))
  @ProtectedResource(path = "/things")
  static class BesideTestCase extends OneTest {}
}
