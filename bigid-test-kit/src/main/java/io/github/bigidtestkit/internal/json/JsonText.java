package io.github.bigidtestkit.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text that is bound strictly. Immutable.
 *
 * <p>All methods throw an {@link IllegalArgumentException} if the text is wrong. Its message is one
 * line and complete: {@code source, line 3, column 5: path.key is not known. Did you mean [other]?
 * Known here: …}. It contains no passwords.
 */
public final class JsonText {

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final String source;
  private final String text;
  private final JsonNode tree;

  /** A key that an object can have. */
  public interface Key<K> {
    String key();

    Class<?> type();

    /**
     * Checks a value.
     *
     * @param given all keys that the object has
     * @throws IllegalArgumentException if the value is invalid; the message contains the key
     */
    void check(Object value, Set<K> given);
  }

  /** Something that is done while the text is parsed once more. */
  private interface Reading<T extends @Nullable Object> {
    T read(JsonParser json) throws IOException;
  }

  private JsonText(String source, String text) {
    this.source = source;
    this.text = text;
    this.tree = reading(this::tree);
    reading(this::refuseHalfSurrogates);
  }

  /**
   * Parses a text.
   *
   * @param source the name of the text in messages, such as that of a file; may be empty
   */
  public static JsonText of(String source, byte[] utf8) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      // Some editors write this mark.
      return new JsonText(source, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (CharacterCodingException otherCharset) {
      throw new IllegalArgumentException(
          "%s is not in UTF-8. Encode it as UTF-8."
              .formatted(source.isEmpty() ? "The text" : source),
          otherCharset);
    }
  }

  private <T extends @Nullable Object> T reading(Reading<T> reading) {
    try (JsonParser json = JsonMapping.MAPPER.createParser(text)) {
      return reading.read(json);
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }

  private JsonNode tree(JsonParser json) throws IOException {
    try {
      JsonNode read = JsonMapping.MAPPER.readTree(json);
      if (read == null) {
        throw wrong(JsonLocation.NA, "there is nothing here. Write at least [{}].", null);
      }
      return read;
    } catch (StreamConstraintsException tooMuch) {
      throw wrong(
          json.currentLocation(),
          "this exceeds the limits: a number or a name is too long, or values are nested too deeply. Make it simpler.",
          tooMuch);
    } catch (MismatchedInputException trailing) {
      throw wrong(
          json.currentTokenLocation(),
          "something follows the end of the text. Remove it.",
          trailing);
    } catch (JsonProcessingException malformed) {
      // Not the parser's own words: they quote the text, and that may be a secret.
      boolean twice = malformed.getOriginalMessage().startsWith("Duplicate field");
      String message =
          twice
              ? name(path(json)) + " is there twice. Remove one."
              : "this is not JSON. Look for a comma, quote or bracket there or before.";
      throw wrong(malformed.getLocation(), message, malformed);
    }
  }

  /** Halves can't be encoded, so whoever asks for the value later would get another one. */
  private @Nullable Void refuseHalfSurrogates(JsonParser json) throws IOException {
    while (json.nextToken() != null) {
      if (json.hasToken(JsonToken.VALUE_STRING)
          && !StandardCharsets.UTF_8.newEncoder().canEncode(json.getText())) {
        String message =
            "%s has half of a surrogate pair, which can't be written as UTF-8. Remove it."
                .formatted(name(path(json)));
        throw wrong(json.currentTokenLocation(), message, null);
      }
    }
    return null;
  }

  /** Binds the text to a type. */
  public <T> T as(Class<T> type) {
    return bound(JsonPointer.empty(), tree, type);
  }

  /** Binds the text, which must be an object, and each member as its key says. */
  public <K extends Key<K>> Map<K, Object> members(List<K> known) {
    Map<String, K> keys = new LinkedHashMap<>();
    known.forEach(key -> keys.put(key.key(), key));
    Map<K, Object> members = new LinkedHashMap<>();
    for (var member : as(ObjectNode.class).properties()) {
      String name = member.getKey();
      JsonPointer path = JsonPointer.empty().appendProperty(name);
      K key = keys.get(name);
      if (key == null) {
        throw wrong(
            location(path, true), BindingError.unknown(name(path), name, keys.keySet()), null);
      }
      members.put(key, bound(path, member.getValue(), key.type()));
    }
    members.forEach((key, value) -> check(key, value, members.keySet()));
    return members;
  }

  private <T> T bound(JsonPointer path, JsonNode value, Class<T> type) {
    try {
      T bound = JsonMapping.MAPPER.treeToValue(value, type);
      if (bound == null) {
        throw wrong(location(path, false), BindingError.isNull(name(path)), null);
      }
      return bound;
    } catch (JsonProcessingException e) {
      JsonPointer exact = e instanceof JsonMappingException within ? path(path, within) : path;
      boolean key = e instanceof UnrecognizedPropertyException;
      String message = BindingError.message(name(exact), tree.at(exact), e);
      throw wrong(location(exact, key), message, e);
    }
  }

  private static JsonPointer path(JsonPointer base, JsonMappingException within) {
    JsonPointer path = base;
    for (JsonMappingException.Reference step : within.getPath()) {
      String name = step.getFieldName();
      path = name == null ? path.appendIndex(step.getIndex()) : path.appendProperty(name);
    }
    return path;
  }

  private <K extends Key<K>> void check(K key, Object value, Set<K> given) {
    try {
      key.check(value, given);
    } catch (IllegalArgumentException invalid) {
      JsonPointer path = JsonPointer.empty().appendProperty(key.key());
      throw wrong(location(path, false), String.valueOf(invalid.getMessage()), invalid);
    }
  }

  private IllegalArgumentException wrong(
      JsonLocation place, String message, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "%sline %s, column %s: %s"
            .formatted(
                source.isEmpty() ? "" : source + ", ",
                Math.max(1, place.getLineNr()),
                Math.max(1, place.getColumnNr()),
                message),
        cause);
  }

  /** Where a value begins, or its key. */
  private JsonLocation location(JsonPointer path, boolean ofKey) {
    return reading(
        json -> {
          do {
            json.nextToken();
          } while (!path.equals(path(json)) || (json.hasToken(JsonToken.FIELD_NAME) && !ofKey));
          return json.currentTokenLocation();
        });
  }

  private static JsonPointer path(JsonParser json) {
    return json.getParsingContext().pathAsPointer();
  }

  /** The name of a value in messages, such as {@code users[1].password}. */
  private static String name(JsonPointer path) {
    StringBuilder name = new StringBuilder();
    for (JsonPointer at = path; !at.matches(); at = at.tail()) {
      if (at.mayMatchElement()) {
        name.append('[').append(at.getMatchingIndex()).append(']');
      } else {
        name.append(name.isEmpty() ? "" : ".").append(Excerpt.of(at.getMatchingProperty()));
      }
    }
    return name.isEmpty() ? BindingError.WHOLE : name.toString();
  }
}
