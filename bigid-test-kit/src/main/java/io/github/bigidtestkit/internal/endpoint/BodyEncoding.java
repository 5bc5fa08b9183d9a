package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.journal.Rejection.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a body was turned into bytes: it must be UTF-8, and not compressed. */
public final class BodyEncoding {

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";]*)", Pattern.CASE_INSENSITIVE);

  /** US-ASCII is a part of UTF-8. */
  private static final Set<String> ACCEPTED = Set.of("utf-8", "utf8", "us-ascii", "ascii");

  private BodyEncoding() {}

  /** Why a body can't be read as it is, or null if it can. */
  public static @Nullable Refusal problem(@Nullable String contentEncoding, byte[] body) {
    String coding = contentEncoding == null ? "" : contentEncoding.strip();
    if (!coding.isEmpty() && !coding.equalsIgnoreCase("identity")) {
      return Refusal.of(
          Reason.UNSUPPORTED_CONTENT_ENCODING,
          "The Content-Encoding is [%s]; the body must not be compressed"
              .formatted(Printable.of(coding)));
    }
    return body.length > 1 && body[0] == 0x1f && body[1] == (byte) 0x8b
        ? Refusal.of(
            Reason.UNSUPPORTED_CONTENT_ENCODING,
            "The body is compressed with gzip, which no Content-Encoding says; it must not be compressed")
        : null;
  }

  /** The text of a body; a refusal if it is in another charset, declared or not. */
  static String text(@Nullable String contentType, byte[] body) {
    Matcher declared = CHARSET.matcher(contentType == null ? "" : contentType);
    if (declared.find() && !ACCEPTED.contains(declared.group(1).strip().toLowerCase(Locale.ROOT))) {
      throw unsupported(
          "The charset is [%s]; it must be UTF-8".formatted(Printable.of(declared.group(1))));
    }
    if (body.length > 1 && (body[0] == 0 || body[1] == 0)) { // the first character is ASCII
      throw unsupported("The body is in UTF-16 or UTF-32; the charset must be UTF-8");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      if (text.startsWith("\uFEFF")) {
        throw unsupported("The body begins with a byte order mark; leave it out");
      }
      return text;
    } catch (CharacterCodingException otherCharset) {
      throw unsupported(
          "The body is in another charset, such as ISO-8859-1; the charset must be UTF-8");
    }
  }

  private static Refusal unsupported(String explanation) {
    return Refusal.of(Reason.UNSUPPORTED_CHARSET, explanation);
  }
}
