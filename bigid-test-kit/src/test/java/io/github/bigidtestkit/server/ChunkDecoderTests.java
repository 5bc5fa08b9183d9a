package io.github.bigidtestkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkDecoderTests {

  /** The data, a bar where the body ended, and what was left. */
  private static String decoded(String chunks, int slice) throws MalformedBodyException {
    ChunkDecoder decoder = new ChunkDecoder();
    byte[] raw = chunks.getBytes(StandardCharsets.ISO_8859_1);
    StringBuilder data = new StringBuilder();
    ByteBuffer in = ByteBuffer.wrap(raw).limit(0);
    while (in.position() < raw.length && !decoder.atEnd()) {
      in.limit(Math.min(raw.length, in.position() + slice));
      ByteBuffer out = ByteBuffer.allocate(slice);
      decoder.decode(in, out);
      data.append(new String(out.array(), 0, out.position(), StandardCharsets.ISO_8859_1));
    }
    return data + (decoder.atEnd() ? "|" : "") + chunks.substring(in.position());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1_000})
  void sound_chunks_give_their_data_and_leave_what_follows(int slice) throws Exception {
    assertThat(decoded("0\r\n\r\nGET /", slice)).isEqualTo("|GET /");
    assertThat(decoded("3\r\nabc\r\n0\r\n\r\n0\r\n\r\n", slice)).isEqualTo("abc|0\r\n\r\n");
    assertThat(decoded("1\r\na\r\n00B\r\nb\r\n0\r\n\r\nxxx\r\n000\r\n\r\n", slice))
        .isEqualTo("ab\r\n0\r\n\r\nxxx|");
    assertThat(
            decoded("1;a\r\nx\r\n2 ; b=\"c\";d\r\nyz\r\n0;e\r\nT: u\r\nV:\t\u00e9\r\n\r\n", slice))
        .isEqualTo("xyz|");
    assertThat(decoded("7fffffffffffff0\r\nabc", slice)).isEqualTo("abc");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\r\\n | a chunk does not begin with its size",
        "zz\\r\\n | a chunk does not begin with its size",
        "-1\\r\\n | a chunk does not begin with its size",
        "+1\\r\\n | a chunk does not begin with its size",
        "' 1\\r\\n' | a chunk does not begin with its size",
        ";\\r\\n | a chunk does not begin with its size",
        "\\262\\r\\n | a chunk does not begin with its size",
        "0000000000000001 | the size of a chunk has too many digits",
        "ffffffffffffffff | the size of a chunk has too many digits",
        "0x1\\r\\n | a line of the chunks does not end in CR and LF",
        "1\\n | a line of the chunks does not end in CR and LF",
        "1\\rx | a line of the chunks does not end in CR and LF",
        "1 \\r\\n | a line of the chunks does not end in CR and LF",
        "1 1\\r\\n | a line of the chunks does not end in CR and LF",
        "1;a\\nx | a line of the chunks does not end in CR and LF",
        "1;a\\0 | a line of the chunks does not end in CR and LF",
        "1;a\\rb\\r\\n | a line of the chunks does not end in CR and LF",
        "1\\r\\nab | a chunk is longer than its size says",
        "1\\r\\na\\n | a chunk is longer than its size says",
        "1\\r\\na\\rb | a chunk is longer than its size says",
        "0\\r\\n\\rx | a line of the chunks does not end in CR and LF",
        "0\\r\\n\\n | what follows the last chunk is not a trailer",
        "0\\r\\n: a\\r\\n | what follows the last chunk is not a trailer",
        "0\\r\\nGET / HTTP/1.1\\r\\n | what follows the last chunk is not a trailer",
        "0\\r\\nA : b\\r\\n | what follows the last chunk is not a trailer",
        "0\\r\\nA: b\\n | a line of the chunks does not end in CR and LF",
        "0\\r\\nA: b\\rc | a line of the chunks does not end in CR and LF"
      })
  void anything_else_is_refused(String escaped, String message) {
    String chunks = escaped.translateEscapes();
    for (int slice : new int[] {1, 2, 1_000}) {
      assertThatExceptionOfType(MalformedBodyException.class)
          .isThrownBy(() -> decoded(chunks, slice))
          .withMessage(message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1;", "1 ", "0\r\n", "0\r\nX:", "0\r\nX: y\r\n"})
  void extensions_and_trailers_have_a_limit(String beginning) {
    String filler = beginning.endsWith(" ") ? " " : "y";
    assertThatExceptionOfType(MalformedBodyException.class)
        .isThrownBy(() -> decoded(beginning + filler.repeat(10_000), 1_000))
        .withMessage("extensions and trailers are longer than 8192 bytes");
  }
}
