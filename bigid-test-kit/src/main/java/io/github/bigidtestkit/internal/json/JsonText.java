package io.github.bigidtestkit.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
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

/**
 * A JSON text that is bound strictly. Immutable.
 *
 * <p>All methods throw an {@link IllegalArgumentException} if the text is wrong. Its message is one
 * line and complete: {@code source, line 3, column 5: path.key is not known. Did you mean [other]?
 * Known here: …}. It contains no passwords.
 */
public final class JsonText {

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private static final String SCHEMA = "$schema";

  private final SourceText source;
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

  private JsonText(SourceText source) {
    this.source = source;
    this.tree = tree(source);
    refuseHalfSurrogates();
  }

  /**
   * Parses a text.
   *
   * @param source the name of the text in messages, such as that of a file; may be empty
   */
  public static JsonText of(String source, byte[] utf8) {
    return read(source, utf8, JsonMapping.MAPPER.reader());
  }

  /**
   * Parses a file that people write: with comments, trailing commas and a {@code $schema}, which
   * editors know and {@link #members} leaves out.
   *
   * @param source the name of the file in messages; may be empty
   */
  public static JsonText ofFile(String source, byte[] utf8) {
    return read(source, utf8, JsonMapping.LENIENT);
  }

  private static JsonText read(String source, byte[] utf8, ObjectReader reader) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      // Some editors write this mark.
      boolean marked = text.startsWith(BYTE_ORDER_MARK);
      return new JsonText(new SourceText(source, marked ? text.substring(1) : text, reader));
    } catch (CharacterCodingException otherCharset) {
      throw new IllegalArgumentException(
          "%s is not in UTF-8. Encode it as UTF-8."
              .formatted(source.isEmpty() ? "The text" : source),
          otherCharset);
    }
  }

  private static JsonNode tree(SourceText source) {
    try (JsonParser json = source.parser()) {
      return tree(source, json);
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }

  private static JsonNode tree(SourceText source, JsonParser json) throws IOException {
    try {
      JsonNode tree = JsonMapping.MAPPER.readTree(json);
      if (tree == null) {
        throw source.wrong(JsonLocation.NA, "there is nothing here. Write at least [{}].", null);
      }
      return tree;
    } catch (StreamConstraintsException tooMuch) {
      throw source.wrong(
          json.currentLocation(),
          "this exceeds the limits: a number or a name is too long, or values are nested too deeply. Make it simpler.",
          tooMuch);
    } catch (MismatchedInputException trailing) {
      throw source.wrong(
          json.currentTokenLocation(),
          "something follows the end of the text. Remove it.",
          trailing);
    } catch (JsonProcessingException malformed) {
      // Not the parser's own words: they quote the text, and that may be a secret.
      boolean twice = malformed.getOriginalMessage().startsWith("Duplicate field");
      throw source.wrong(
          malformed.getLocation(),
          twice
              ? SourceText.name(SourceText.path(json)) + " is there twice. Remove one."
              : "this is not JSON. Look for a comma, quote or bracket there or before.",
          malformed);
    }
  }

  /** Halves can't be encoded, so whoever asks for the value later would get another one. */
  private void refuseHalfSurrogates() {
    SourceText.Token half =
        source.first(
            json ->
                json.hasToken(JsonToken.VALUE_STRING)
                    && !StandardCharsets.UTF_8.newEncoder().canEncode(json.getText()));
    if (half != null) {
      String message =
          "%s has half of a surrogate pair, which can't be written as UTF-8. Remove it."
              .formatted(SourceText.name(half.path()));
      throw source.wrong(half.location(), message, null);
    }
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
      if (name.equals(SCHEMA)) {
        continue;
      }
      JsonPointer path = JsonPointer.empty().appendProperty(name);
      K key = keys.get(name);
      if (key == null) {
        String message = BindingError.unknown(SourceText.name(path), name, keys.keySet());
        throw source.wrongKey(path, message, null);
      }
      members.put(key, bound(path, member.getValue(), key.type()));
    }
    members.forEach((key, value) -> check(key, value, members.keySet()));
    return members;
  }

  private <K extends Key<K>> void check(K key, Object value, Set<K> given) {
    try {
      key.check(value, given);
    } catch (IllegalArgumentException invalid) {
      JsonPointer path = JsonPointer.empty().appendProperty(key.key());
      throw source.wrongValue(path, String.valueOf(invalid.getMessage()), invalid);
    }
  }

  private <T> T bound(JsonPointer path, JsonNode value, Class<T> type) {
    try {
      T bound = JsonMapping.MAPPER.treeToValue(value, type);
      if (bound == null) {
        throw source.wrongValue(path, BindingError.isNull(SourceText.name(path)), null);
      }
      return bound;
    } catch (JsonProcessingException e) {
      JsonPointer exact = path(path, e);
      String message = BindingError.message(SourceText.name(exact), tree.at(exact), e);
      throw e instanceof UnrecognizedPropertyException
          ? source.wrongKey(exact, message, e)
          : source.wrongValue(exact, message, e);
    }
  }

  private static JsonPointer path(JsonPointer base, JsonProcessingException e) {
    JsonPointer path = base;
    if (e instanceof JsonMappingException within) {
      for (JsonMappingException.Reference step : within.getPath()) {
        String name = step.getFieldName();
        path = name == null ? path.appendIndex(step.getIndex()) : path.appendProperty(name);
      }
    }
    return path;
  }
}
