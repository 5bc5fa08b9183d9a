package io.github.bigidtestkit.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Answer;
import io.github.bigidtestkit.Resource;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that can be said of a resource, in JSON. */
class ResourceJsonTests {

  private static final String ALL =
      """
      {
        "method": "GET", "path": "/a/{id}", "query": {"skip": "1"}, "headers": {"X-A": "b"},
        "permission": "P", "ends": true, "optional": true,
        "answers": [
          {"json": {"n": 1}},
          {"status": 422, "contentType": "text/plain", "headers": {"X-B": "c"}, "text": "no"},
          {"base64": "//8="},
          {"file": "classpath:pages/page.json"},
          {"status": 204}
        ]
      }
      """;

  private static final Resource RESOURCE =
      Resource.of("GET", "/a/{id}")
          .whenQuery("skip", "1")
          .whenHeader("X-A", "b")
          .requires("P")
          .answers("{\"n\":1}")
          .thenAnswers(Answer.text("text/plain", "no").withStatus(422).withHeader("X-B", "c"))
          .thenAnswers(Answer.bytes("", new byte[] {-1, -1}).withContentType(null))
          .thenAnswers("{\"from\":\"file\"}")
          .thenAnswers(Answer.empty(204))
          .thenEnds()
          .asOptional();

  @Test
  void says_the_same_as_code() {
    assertThat(Refused.bound(Resource.class, ALL)).isEqualTo(RESOURCE);
  }

  @Test
  void what_is_written_reads_as_the_same() {
    assertThat(Refused.bound(Resource.class, written(RESOURCE))).isEqualTo(RESOURCE);
    assertThat(written(Resource.of("GET", "/a")))
        .isEqualTo(
            "{\"method\":\"GET\",\"path\":\"/a\",\"answers\":[{\"status\":200,\"text\":\"{}\"}]}");
  }

  private static String written(Resource resource) {
    return new String(Json.map(ResourceJson.of(resource)), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{`path`:`/a`,`json`:{},`answers`:[]} | 1: json and answers contradict each other. Remove one.",
        "{`path`:`/a`,`answers`:[{`json`:{},`text`:``}]} | 1: an answer has several of json, text, base64, file. Keep one of them.",
        "{`path`:`/a`,`answers`:[{`base64`:`?`}]} | 1: base64 [?] can't be decoded. Encode the bytes without line breaks.",
        "{`path`:`/a`,`answers`:[{`json`:1}]} | 1: json [1] must be an object, an array, or text that is JSON. Leave it out for [{}].",
        "{`path`:`/a`,`headers`:{`cookie`:`a`}} | 1: header [cookie] holds credentials, which a resource can't match. Use a permission, or leave it out.",
        "{`path`:`/a`,`answers`:[{`body`:`a`}]} | 26: answers[0].body is not known. Known here: base64, contentType, file, headers, json, status, text."
      })
  void contradictions_are_refused(String text, String message) {
    Refused.as(Resource.class, text.replace('`', '"'), "line 1, column " + message);
  }
}
