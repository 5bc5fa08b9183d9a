package io.github.bigidtestkit.server;

import io.github.bigidtestkit.token.TokenDefect;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import javax.net.ssl.SSLContext;

/** Runs in a JVM of its own: starts, calls and stops a sandbox. Prints what it should not find. */
final class FreshJvm {

  private FreshJvm() {}

  public static void main(String[] args) throws NoSuchAlgorithmException {
    SSLContext ssl = SSLContext.getInstance("TLS");
    SSLContext.setDefault(ssl);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Properties properties = (Properties) System.getProperties().clone();
    String answers = use();
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

  private static void complain(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      System.out.println(what + ": was " + expected + ", is " + actual);
    }
  }
}
