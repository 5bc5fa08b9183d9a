package io.github.bigidtestkit.internal.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text as the bytes that it stands for, however often and however far it was percent-encoded.
 *
 * @param raw the text
 * @param bytes a character for each byte
 * @param starts where in the text each byte begins, and where the text ends
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these or keeps them
record Decoded(String raw, String bytes, int[] starts) {

  /** More often nobody encodes, and a text may be long. */
  private static final int LAYERS = 8;

  static Decoded of(String raw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int[] starts = new int[3 * raw.length() + 1];
    int width;
    for (int i = 0; i < raw.length(); i += width) {
      width = Character.charCount(raw.codePointAt(i));
      byte[] unit = raw.substring(i, i + width).getBytes(StandardCharsets.UTF_8);
      Arrays.fill(starts, bytes.size(), bytes.size() + unit.length, i);
      bytes.writeBytes(unit);
    }
    starts[bytes.size()] = raw.length();
    Decoded text = new Decoded(raw, bytes.toString(StandardCharsets.ISO_8859_1), starts);
    Decoded inner = text.inner();
    for (int layer = 1; layer < LAYERS && !inner.bytes.equals(text.bytes); layer++) {
      text = inner;
      inner = text.inner();
    }
    return text;
  }

  /** The same without one layer of encoding; this if there is none. */
  private Decoded inner() {
    StringBuilder inner = new StringBuilder();
    int[] begins = new int[starts.length];
    int width;
    for (int i = 0; i < bytes.length(); i += width) {
      width = isEncoded(i) ? 3 : 1;
      begins[inner.length()] = starts[i];
      inner.append(width == 1 ? bytes.charAt(i) : (char) Integer.parseInt(bytes, i + 1, i + 3, 16));
    }
    begins[inner.length()] = raw.length();
    return inner.length() == bytes.length() ? this : new Decoded(raw, inner.toString(), begins);
  }

  private boolean isEncoded(int i) {
    return bytes.charAt(i) == '%'
        && i + 2 < bytes.length()
        && HexFormat.isHexDigit(bytes.charAt(i + 1))
        && HexFormat.isHexDigit(bytes.charAt(i + 2));
  }

  /**
   * The text with another one in place of what a group of the pattern matches in the bytes.
   *
   * @param other gives the other text, or null to leave a match as it is
   */
  String replace(Pattern pattern, int group, Function<MatchResult, @Nullable String> other) {
    StringBuilder text = new StringBuilder();
    int done = 0;
    Matcher match = pattern.matcher(bytes);
    while (match.find()) {
      String shown = other.apply(match);
      if (shown != null) {
        text.append(raw, done, starts[match.start(group)]).append(shown);
        done = starts[match.end(group)];
      }
    }
    return text.isEmpty() ? raw : text.append(raw, done, raw.length()).toString();
  }
}
