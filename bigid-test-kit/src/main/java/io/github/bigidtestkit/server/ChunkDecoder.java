package io.github.bigidtestkit.server;

import java.nio.ByteBuffer;

/**
 * Takes the frames off a body that comes in chunks, strictly as RFC 9112 (section 7.1) has them.
 * What one reader takes for the end of a body and another does not is how a second request is
 * smuggled. Trailers are read and dropped.
 */
final class ChunkDecoder {

  /** As many hexadecimal digits as a positive {@code long} holds. */
  private static final int MOST_DIGITS = 15;

  /** How much may come besides sizes and data: extensions and trailers together. */
  static final int MOST_EXTRAS = 8 * 1024;

  private enum State {
    SIZE,
    SPACE,
    EXTENSION,
    SIZE_END,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILER,
    TRAILER_NAME,
    TRAILER_VALUE,
    TRAILER_END,
    LAST_LF,
    END
  }

  private State state = State.SIZE;
  private long size;
  private int digits;
  private int extras;

  /** Whether the body is complete. */
  boolean atEnd() {
    return state == State.END;
  }

  /**
   * Moves data over until there is no more, no more room, or the body ends. What follows its end
   * stays where it is.
   *
   * @throws MalformedBodyException if the chunks are not as they should be
   */
  void decode(ByteBuffer raw, ByteBuffer data) throws MalformedBodyException {
    while (raw.hasRemaining() && !atEnd() && (state != State.DATA || data.hasRemaining())) {
      if (state == State.DATA) {
        copy(raw, data);
      } else {
        state = next(raw.get());
      }
    }
  }

  private void copy(ByteBuffer raw, ByteBuffer data) {
    int count = (int) Math.min(size, Math.min(raw.remaining(), data.remaining()));
    data.put(raw.slice().limit(count));
    raw.position(raw.position() + count);
    size -= count;
    if (size == 0) {
      state = State.DATA_CR;
    }
  }

  private State next(byte b) throws MalformedBodyException {
    return switch (state) {
      case SIZE -> size(b);
      case SPACE -> b == ' ' || b == '\t' ? extra(State.SPACE) : require(b, ';', State.EXTENSION);
      case EXTENSION -> b == '\r' ? State.SIZE_END : text(b, State.EXTENSION);
      case SIZE_END -> require(b, '\n', size == 0 ? State.TRAILER : State.DATA);
      case DATA_CR -> require(b, '\r', State.DATA_LF);
      case DATA_LF -> require(b, '\n', another());
      case TRAILER -> b == '\r' ? State.LAST_LF : name(b);
      case TRAILER_NAME -> b == ':' ? State.TRAILER_VALUE : name(b);
      case TRAILER_VALUE -> b == '\r' ? State.TRAILER_END : text(b, State.TRAILER_VALUE);
      case TRAILER_END -> require(b, '\n', State.TRAILER);
      case LAST_LF -> require(b, '\n', State.END);
      case DATA, END -> throw new IllegalStateException(state.name());
    };
  }

  private State another() {
    digits = 0;
    return State.SIZE;
  }

  private State size(byte b) throws MalformedBodyException {
    int digit = b < 0 ? -1 : Character.digit((char) b, 16);
    if (digit >= 0) {
      if (++digits > MOST_DIGITS) {
        throw new MalformedBodyException("the size of a chunk has too many digits");
      }
      size = size * 16 + digit;
      return State.SIZE;
    }
    if (digits == 0) {
      throw new MalformedBodyException("a chunk does not begin with its size");
    }
    return b == '\r' ? State.SIZE_END : next(State.SPACE, b);
  }

  private State next(State other, byte b) throws MalformedBodyException {
    state = other;
    return next(b);
  }

  private State name(byte b) throws MalformedBodyException {
    boolean token = Character.isLetterOrDigit(b) || "!#$%&'*+-.^_`|~".indexOf(b) >= 0;
    if (!token) {
      throw new MalformedBodyException("what follows the last chunk is not a trailer");
    }
    return extra(State.TRAILER_NAME);
  }

  private State text(byte b, State same) throws MalformedBodyException {
    boolean control = (b >= 0 && b < ' ' && b != '\t') || b == 0x7f;
    if (control) {
      throw new MalformedBodyException("a line of the chunks does not end in CR and LF");
    }
    return extra(same);
  }

  private State extra(State then) throws MalformedBodyException {
    if (++extras > MOST_EXTRAS) {
      throw new MalformedBodyException(
          "extensions and trailers are longer than " + MOST_EXTRAS + " bytes");
    }
    return then;
  }

  private State require(byte b, char wanted, State then) throws MalformedBodyException {
    if (b != wanted) {
      throw new MalformedBodyException(
          state == State.DATA_CR || state == State.DATA_LF
              ? "a chunk is longer than its size says"
              : "a line of the chunks does not end in CR and LF");
    }
    return then;
  }
}
