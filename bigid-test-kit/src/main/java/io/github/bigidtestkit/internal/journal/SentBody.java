package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.internal.json.Json;
import io.github.bigidtestkit.journal.Exchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of a request without secrets. Apart from {@link Redaction}: few calls have one. */
final class SentBody {

  /** How much is read beyond the end, so that a secret that reaches over it is found. */
  private static final int MARGIN = 2_048;

  private static final Pattern SECRET_MEMBER =
      Pattern.compile(
          "(\"(?:%s)\"\\s*+:\\s*+)(?:\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+(?:\"|$)|[^\\s,\"{}\\[\\]]++)"
              .formatted(Redaction.SECRET_NAME.pattern()),
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** A string in JSON that has escapes. */
  private static final Pattern ESCAPED =
      Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)++\"", Pattern.DOTALL);

  private SentBody() {}

  /**
   * The beginning, or null if the body is empty or not UTF-8.
   *
   * @param redact removes secrets from a text
   */
  static @Nullable String of(byte[] raw, UnaryOperator<String> redact) {
    if (raw.length == 0) {
      return null;
    }
    try {
      String all = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
      String some = all.substring(0, Math.min(all.length(), Exchange.MOST_OF_BODY + MARGIN));
      String named = SECRET_MEMBER.matcher(some).replaceAll("$1\"" + Redaction.GONE + "\"");
      String shown =
          redact.apply(
              ESCAPED
                  .matcher(named)
                  .replaceAll(m -> Matcher.quoteReplacement(unescaped(m.group(), redact))));
      int unsure = some.length() < all.length() ? MARGIN : 0;
      int end = Math.min(Exchange.MOST_OF_BODY, shown.length() - unsure);
      return end == shown.length()
          ? shown
          : "%s… (%s characters)".formatted(whole(shown, end), all.length());
    } catch (CharacterCodingException noText) {
      return null;
    }
  }

  /** The beginning without half of a surrogate pair, which can't be encoded. */
  private static String whole(String text, int end) {
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  /** A string with escapes: as it is, or if there is a secret in it, without. */
  private static String unescaped(String quoted, UnaryOperator<String> redact) {
    try {
      String raw = String.valueOf(Json.readAny(quoted));
      String less = redact.apply(raw);
      return less.equals(raw) ? quoted : "\"" + Json.escaped(less) + "\"";
    } catch (IOException notJson) {
      return quoted;
    }
  }
}
