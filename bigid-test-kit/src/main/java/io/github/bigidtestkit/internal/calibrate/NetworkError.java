package io.github.bigidtestkit.internal.calibrate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for why there is no answer. The messages of exceptions are not shown: they name hosts. */
final class NetworkError {

  /** What the text of an exception or of a cause contains, and the words for it. */
  private static final List<List<String>> WORDS =
      List.of(
          List.of("CertificateExpired", "the certificate has expired"),
          List.of("CertificateNotYetValid", "the certificate is not valid yet"),
          List.of("CertPathBuilder", "the certificate is not of a trusted authority; see --ca-pem"),
          List.of("No subject alternative", "the certificate is for another host"),
          List.of("No name matching", "the certificate is for another host"),
          List.of("Unsupported or unrecognized SSL message", "the port does not use TLS"),
          List.of("javax.net.ssl", "the TLS handshake failed"),
          List.of("Unresolved", "the name of the host is not known here"),
          List.of("UnknownHost", "the name of the host is not known here"),
          List.of("Timeout", "no complete answer within the time limit"),
          List.of("ConnectException", "nothing accepts connections there"),
          List.of("Tunnel failed", "the proxy refused to connect"),
          List.of("tatus line", "the answer is not HTTP"),
          List.of("TooLarge", "the answer is larger than 1 MiB"));

  private NetworkError() {}

  static String words(@Nullable Throwable failure) {
    StringBuilder causes = new StringBuilder();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      causes.append(t).append('\n');
    }
    return WORDS.stream()
        .filter(each -> causes.indexOf(each.get(0)) >= 0)
        .map(each -> each.get(1))
        .findFirst()
        .orElse("the connection was closed before a complete answer came");
  }
}
