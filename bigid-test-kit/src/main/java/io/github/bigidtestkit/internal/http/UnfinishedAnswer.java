package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.internal.endpoint.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** The bytes of an answer that is not to arrive in one piece, or not at all. */
final class UnfinishedAnswer {

  private final Response answer;
  private final byte[] body;
  private final Instant now;

  /**
   * An answer.
   *
   * @param method what it answers: to HEAD, only the length of the body is told
   * @param now the date that it bears
   */
  UnfinishedAnswer(Response answer, String method, Instant now) {
    this.answer = answer;
    this.body = method.equals("HEAD") ? new byte[0] : answer.body();
    this.now = now;
  }

  byte[] body() {
    return body;
  }

  Response response() {
    return answer;
  }

  byte[] halfBody() {
    return Arrays.copyOf(body, body.length / 2);
  }

  /** The head alone. */
  byte[] head() {
    return message("Connection: close\r\nContent-Length: " + answer.body().length, new byte[0]);
  }

  /** The head and half of the body that it promises. */
  byte[] half() {
    return join(head(), halfBody());
  }

  /** The head and half of the one chunk that it promises. */
  byte[] halfChunk() {
    String size = body.length == 0 ? "" : Integer.toHexString(body.length) + "\r\n";
    byte[] start = size.getBytes(StandardCharsets.US_ASCII);
    return message("Transfer-Encoding: chunked", join(start, halfBody()));
  }

  private byte[] message(String framing, byte[] rest) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" \r\n");
    answer.headers().forEach((name, value) -> header(head, name, value));
    if (!answer.contentType().isEmpty()) {
      header(head, "Content-Type", answer.contentType());
    }
    header(head, "Date", HttpDate.format(now));
    head.append(framing).append("\r\n\r\n");
    return join(head.toString().getBytes(StandardCharsets.ISO_8859_1), rest);
  }

  private static void header(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
