package io.github.bigidtestkit.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are sound JSON, but not sent as plain UTF-8. */
class BodyEncodingTests {

  private static final String LOGIN = "{\"username\":\"bigid\",\"password\":\"learner\"}";
  private static final String UMLAUT = "{\"username\":\"jürgen\",\"password\":\"größe\"}";

  private final FakeBigId bigId =
      FakeBigId.start(
          SandboxConfig.builder()
              .user("bigid", "learner")
              .user("jürgen", "größe")
              .protect("POST", "/upload", "{}")
              .build());

  @AfterEach
  void stop() {
    bigId.close();
  }

  private HttpResponse<String> post(String path, byte[] body, String type, String... headers) {
    var request = Http.request(bigId, path, headers).header("Content-Type", type);
    return Http.send(request.POST(BodyPublishers.ofByteArray(body)).build());
  }

  private HttpResponse<String> login(byte[] body, String type, String... headers) {
    return post("/sessions", body, type, headers);
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"gzip", "GZIP", "deflate", "br", "zstd", "'identity, gzip'"})
  void a_compressed_login_is_refused_by_its_content_encoding(String coding) throws IOException {
    Expect.refused(
        bigId,
        login(gzip(LOGIN), "application/json", "Content-Encoding", coding),
        415,
        Reason.UNSUPPORTED_CONTENT_ENCODING,
        "The Content-Encoding is [%s]; the body must not be compressed".formatted(coding));
  }

  @Test
  void a_compressed_login_that_does_not_say_so_is_recognized() throws IOException {
    Expect.refused(
        bigId,
        login(gzip(LOGIN), "application/json"),
        415,
        Reason.UNSUPPORTED_CONTENT_ENCODING,
        "The body is compressed with gzip, which no Content-Encoding says; it must not be compressed");
  }

  @Test
  void the_identity_is_no_content_encoding() {
    var answer =
        login(
            LOGIN.getBytes(StandardCharsets.UTF_8),
            "application/json",
            "Content-Encoding",
            "identity");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void bodies_that_nobody_reads_may_be_compressed() throws IOException {
    String token = bigId.tokens().sessionToken("bigid");
    String[] headers = {"Content-Encoding", "gzip", "Authorization", "Bearer " + token};
    var answer = post("/upload", gzip("{}"), "application/json", headers);
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-8859-1, ISO-8859-1",
    "ISO-8859-1, iso-8859-1",
    "windows-1252, Windows-1252",
    "UTF-16LE, utf-16le",
    "UTF-8, latin1",
    "UTF-8, no such charset"
  })
  void another_charset_is_refused_by_its_name(String charset, String declared) {
    Expect.refused(
        bigId,
        login(
            UMLAUT.getBytes(Charset.forName(charset)),
            "application/json; boundary=x; Charset=\"%s\"".formatted(declared)),
        415,
        Reason.UNSUPPORTED_CHARSET,
        "The charset is [%s]; it must be UTF-8".formatted(declared));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-16", "IBM500"})
  void another_charset_is_recognized_without_a_declaration(String charset) {
    Expect.refused(
        bigId,
        login(UMLAUT.getBytes(Charset.forName(charset)), "application/json"),
        415,
        Reason.UNSUPPORTED_CHARSET,
        "The body is in another charset, such as ISO-8859-1; the charset must be UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void wide_charsets_are_recognized_without_a_declaration(String charset) {
    Expect.refused(
        bigId,
        login(LOGIN.getBytes(Charset.forName(charset)), "application/json; charset=utf-8"),
        415,
        Reason.UNSUPPORTED_CHARSET,
        "The body is in UTF-16 or UTF-32; the charset must be UTF-8");
  }

  @Test
  void a_byte_order_mark_is_refused_by_its_name() {
    Expect.refused(
        bigId,
        login(("\uFEFF" + LOGIN).getBytes(StandardCharsets.UTF_8), "application/json"),
        415,
        Reason.UNSUPPORTED_CHARSET,
        "The body begins with a byte order mark; leave it out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c328", "7b22ff223a317d", "7bc0af7d", "feff", "0000feff0000"})
  void bytes_that_are_no_utf8_are_refused(String hex) {
    var answer = login(HexFormat.of().parseHex(hex), "application/json");
    assertThat(answer.statusCode()).isEqualTo(415);
    Expect.lastRefusal(bigId, 415, Reason.UNSUPPORTED_CHARSET);
    Expect.stillServes(bigId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "; charset=utf-8", ";charset=\"UTF-8\"", "; charset = utf8"})
  void utf_8_is_accepted_however_it_is_declared(String parameter) {
    var answer = login(UMLAUT.getBytes(StandardCharsets.UTF_8), "application/json" + parameter);
    assertThat(answer.statusCode()).isEqualTo(200);
  }
}
