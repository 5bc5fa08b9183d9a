package io.github.bigidtestkit.benchmark.child;

/** Finds the end of an HTTP answer, so that a connection can be kept alive. */
public final class Framing {

  private static final byte[] LENGTH = lower("\r\ncontent-length:");
  private static final byte[] CHUNKED = lower("\r\ntransfer-encoding: chunked");
  private static final byte[] HEAD_END = lower("\r\n\r\n");
  private static final byte[] LAST_CHUNK = lower("\r\n0\r\n\r\n");

  private Framing() {}

  /** Whether the first bytes are one whole answer with status 200. Throws at another status. */
  public static boolean isWhole(byte[] answer, int length) {
    int head = find(HEAD_END, answer, 0, length);
    if (head < 0) {
      return false;
    }
    if (answer[9] != '2' || answer[10] != '0' || answer[11] != '0') {
      throw new IllegalStateException(
          "not answered with 200: "
              + new String(answer, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1));
    }
    int field = find(LENGTH, answer, 0, head + 2);
    if (field >= 0) {
      return length >= head + HEAD_END.length + number(answer, field + LENGTH.length);
    }
    if (find(CHUNKED, answer, 0, head + 2) < 0) {
      throw new IllegalStateException("neither Content-Length nor chunked");
    }
    return find(LAST_CHUNK, answer, Math.max(head, length - LAST_CHUNK.length), length) >= 0;
  }

  private static int number(byte[] text, int at) {
    int value = 0;
    for (int i = at; text[i] != '\r'; i++) {
      if (text[i] != ' ') {
        value = value * 10 + text[i] - '0';
      }
    }
    return value;
  }

  private static int find(byte[] what, byte[] text, int from, int to) {
    for (int start = from; start <= to - what.length; start++) {
      int same = 0;
      while (same < what.length && lower(text[start + same]) == what[same]) {
        same++;
      }
      if (same == what.length) {
        return start;
      }
    }
    return -1;
  }

  private static byte lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 32) : letter;
  }

  private static byte[] lower(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }
}
