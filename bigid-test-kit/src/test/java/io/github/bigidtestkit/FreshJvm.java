package io.github.bigidtestkit;

import io.github.bigidtestkit.internal.http.Limits;
import io.github.bigidtestkit.testing.RawHttp;
import io.github.bigidtestkit.token.TokenDefect;
import java.io.UncheckedIOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import javax.net.ssl.SSLContext;

/** Runs in a JVM of its own: starts, calls and stops a sandbox. Prints what it should not find. */
final class FreshJvm {

  private static final String POST = "POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\n";
  private static final List<String> ABUSES =
      List.of(
          "",
          "GET",
          "nonsense\r\n\r\n",
          "GET / HTTP/1.1\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(2_000_000),
          POST + "Content-Length: 9\r\n\r\n{",
          POST + "Content-Length: 2000000000\r\n\r\n{",
          POST + "Transfer-Encoding: gzip\r\n\r\n",
          POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
          "\u0016\u0003\u0001\u0000\u0005\u0001\u0000\u0000\u0001\u0000",
          "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003");

  private FreshJvm() {}

  public static void main(String[] args) throws NoSuchAlgorithmException {
    SSLContext ssl = SSLContext.getInstance("TLS");
    SSLContext.setDefault(ssl);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Properties properties = (Properties) System.getProperties().clone();
    String answers = use();
    if (locale.getLanguage().equals("en")) { // once is enough
      abuse();
    }
    complain("answers", "HTTP/1.1 200 HTTP/1.1 401 HTTP/1.1 400 ", answers);
    complain("default SSLContext", ssl, SSLContext.getDefault());
    complain("default locale", locale, Locale.getDefault());
    complain("default time zone", zone, TimeZone.getDefault());
    Properties changed = (Properties) System.getProperties().clone();
    changed.entrySet().removeAll(properties.entrySet());
    complain("system properties", new Properties(), changed);
  }

  private static String use() {
    try (FakeBigId bigId = FakeBigId.start()) {
      String bad = bigId.tokens().userToken("bigid", TokenDefect.EXPIRED);
      String refresh = "Authorization: Bearer " + bad + "\r\n";
      String answers =
          RawHttp.exchange(bigId, RawHttp.login()).substring(0, 13)
              + RawHttp.exchange(bigId, RawHttp.post("/refresh-access-token", refresh, ""))
                  .substring(0, 13)
              + RawHttp.exchange(bigId, "nonsense\r\n\r\n").substring(0, 13);
      complain("digits", true, bigId.journal().timeline().contains("  401 refused: "));
      return answers;
    }
  }

  /** What nobody should send, and what a client leaves unfinished. */
  private static void abuse() {
    Duration little = Duration.ofMillis(50);
    for (boolean https : List.of(false, true)) {
      SandboxConfig config = SandboxConfig.builder().https(https).build();
      Limits limits = new Limits(little, little, little, little);
      try (FakeBigId bigId = LimitedSandbox.start(config, limits)) {
        ABUSES.forEach(text -> send(bigId, text));
      }
    }
  }

  private static void send(FakeBigId bigId, String text) {
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(text).answer();
    } catch (UncheckedIOException closedBeforeAllWasSent) {
      // as it should be
    }
  }

  private static void complain(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      System.out.println(what + ": was " + expected + ", is " + actual);
    }
  }
}
