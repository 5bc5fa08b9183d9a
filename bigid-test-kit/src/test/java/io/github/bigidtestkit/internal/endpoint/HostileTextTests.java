package io.github.bigidtestkit.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.RawHttp;
import java.io.StringReader;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** Text that would do something in a header, a line, a page or a pattern. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTests {

  private static final String SESSIONS = "/sessions";
  private static final String[] NAMES = {
    "a\r\nSet-Cookie: x=y",
    "\r\n\r\nHTTP/1.1 200 OK",
    "</script><script>alert(1)</script>",
    "]]>",
    "%s%n%1$s",
    "${jndi:ldap://127.0.0.1/x}",
    "$1\\",
    "\0",
    "\u007f\u0085",
    "a\u202eb",
    "a\u2028b",
    "\ud800",
    "a\udc00b",
    "\ufffe",
    "\ud83d\ude00"
  };

  private final FakeBigId bigId = FakeBigId.start();

  @BeforeEach
  void clear() {
    bigId.journal().clear();
  }

  @AfterAll
  void stop() {
    bigId.close();
  }

  private static String escaped(String text) {
    return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
  }

  private static String login(String name) {
    return RawHttp.post(
        SESSIONS,
        "Content-Type: application/json\r\n",
        "{\"username\":\"%s\",\"password\":\"x\"}".formatted(name));
  }

  @Test
  void names_stay_within_their_place() throws Exception {
    for (String name : NAMES) {
      String answer = RawHttp.exchange(bigId, login(escaped(name)));
      assertThat(answer).startsWith("HTTP/1.1 401 ").endsWith("\"Invalid credentials\"}");
      assertThat(answer).doesNotContain("Set-Cookie").containsOnlyOnce("HTTP/1.1");
      Expect.lastRefusal(bigId, 401, Reason.UNKNOWN_USER);
    }
    assertThat(bigId.journal().timeline().split("\\R", -1)).hasSize(NAMES.length);
    assertThat(bigId.journal().timeline()).doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]");
    String page = bigId.journal().html("names");
    assertThat(page).doesNotContain("<script");
    assertThat(titleOf(page)).isEqualTo("names");
  }

  private static String titleOf(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)))
        .getElementsByTagName("title")
        .item(0)
        .getTextContent();
  }

  @ParameterizedTest
  @CsvSource({"\ud800, ?", "a\udc00b, a?b", "\udc00\ud800, ??"})
  void a_name_that_no_answer_could_hold_is_refused(String name, String shown) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> User.of(name, "x"))
        .withMessage(
            "user name [%s] has half of a surrogate pair, which can't be written as UTF-8. Remove it.",
            shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00c0\u00af",
        "\u00c1\u00a2igid",
        "\u00ed\u00a0\u0080",
        "\u00f4\u0090\u0080\u0080"
      })
  void what_is_not_utf_8_is_refused_in_a_body(String bytes) {
    assertThat(RawHttp.exchange(bigId, login(bytes))).startsWith("HTTP/1.1 415 ");
    Expect.lastRefusal(bigId, 415, Reason.UNSUPPORTED_CHARSET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00c3\u00a9", "\u00ff\u00fe", "\u00ed\u00a0\u0080", "a\tb"})
  void bytes_of_any_kind_in_a_token_make_it_a_bad_one(String token) {
    bigId.resources().protect("GET", "/data", "{}");
    for (String scheme : new String[] {"", "Bearer "}) {
      String call = "GET /api/v1/data HTTP/1.1\r\nHost: a\r\nAuthorization: %s%s\r\n\r\n";
      assertThat(RawHttp.exchange(bigId, call.formatted(scheme, token)))
          .startsWith("HTTP/1.1 401 ");
      assertThat(bigId.journal().last().orElseThrow().refused()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Token", "Cookie", "Proxy-Authorization", "Authorization2"})
  void a_token_counts_in_its_own_header_only(String header) {
    String call = "GET /api/v1/data HTTP/1.1\r\nHost: a\r\n%s: %s\r\n\r\n";
    String token = bigId.tokens().systemToken("bigid");
    assertThat(RawHttp.exchange(bigId, call.formatted(header, token))).startsWith("HTTP/1.1 401 ");
    Expect.lastRefusal(bigId, 401, Reason.NO_TOKEN);
  }

  @Test
  void a_token_does_not_count_in_the_url_or_the_body() {
    String token = bigId.tokens().userToken("bigid");
    String path = "/refresh-access-token?token=" + token;
    String body = "{\"Authorization\":\"Bearer %s\"}".formatted(token);
    assertThat(RawHttp.exchange(bigId, RawHttp.post(path, "", body))).startsWith("HTTP/1.1 401 ");
    Expect.lastRefusal(bigId, 401, Reason.NO_TOKEN);
    assertThat(bigId.journal().last().orElseThrow().toString()).doesNotContain(token);
  }
}
