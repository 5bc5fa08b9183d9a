package io.github.bigidtestkit.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A text in which values are found again once something is known to be wrong with them.
 *
 * @param source the name of the text in messages; may be empty
 * @param reader makes the parsers
 */
record SourceText(String source, String text, ObjectReader reader) {

  /** The name of the text as a whole. */
  static final String WHOLE = "the text";

  interface Condition {
    boolean isTrue(JsonParser json) throws IOException;
  }

  record Token(JsonPointer path, JsonLocation location) {}

  JsonParser parser() throws IOException {
    return reader.createParser(text);
  }

  /** The first token of which a condition is true, or null. */
  @Nullable Token first(Condition condition) {
    try (JsonParser json = parser()) {
      while (json.nextToken() != null) {
        if (condition.isTrue(json)) {
          return new Token(path(json), json.currentTokenLocation());
        }
      }
      return null;
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }

  /** The exception for a value. */
  IllegalArgumentException wrongValue(JsonPointer path, String message, @Nullable Exception cause) {
    return wrong(
        first(json -> path.equals(path(json)) && !json.hasToken(JsonToken.FIELD_NAME)),
        message,
        cause);
  }

  /** The exception for a key. */
  IllegalArgumentException wrongKey(JsonPointer path, String message, @Nullable Exception cause) {
    return wrong(first(json -> path.equals(path(json))), message, cause);
  }

  private IllegalArgumentException wrong(
      @Nullable Token token, String message, @Nullable Exception cause) {
    return wrong(token == null ? JsonLocation.NA : token.location, message, cause);
  }

  IllegalArgumentException wrong(JsonLocation place, String message, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "%sline %s, column %s: %s"
            .formatted(
                source.isEmpty() ? "" : source + ", ",
                Math.max(1, place.getLineNr()),
                Math.max(1, place.getColumnNr()),
                message),
        cause);
  }

  static JsonPointer path(JsonParser json) {
    return json.getParsingContext().pathAsPointer();
  }

  /** The name of a value in messages, such as {@code users[1].password}. */
  static String name(JsonPointer path) {
    StringBuilder name = new StringBuilder();
    for (JsonPointer at = path; !at.matches(); at = at.tail()) {
      if (at.mayMatchElement()) {
        name.append('[').append(at.getMatchingIndex()).append(']');
      } else {
        name.append(name.isEmpty() ? "" : ".").append(Excerpt.of(at.getMatchingProperty()));
      }
    }
    return name.isEmpty() ? WHOLE : name.toString();
  }
}
