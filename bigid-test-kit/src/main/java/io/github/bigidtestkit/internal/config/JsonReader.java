package io.github.bigidtestkit.internal.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.bigidtestkit.internal.config.Value.Kind;
import io.github.bigidtestkit.internal.config.Value.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into values that know where they stand, so that whatever is found wrong with one later
 * can be shown. Comments as in Java are let through: people explain their tests.
 */
final class JsonReader {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

  private final String source;
  private final JsonParser json;

  private JsonReader(String source, JsonParser json) {
    this.source = source;
    this.json = json;
  }

  /**
   * Reads one value, and nothing may follow it.
   *
   * @param source what the text is called in messages; may be empty
   * @param path what the value is called in messages; may be empty
   * @throws IllegalArgumentException if it is not JSON, or an object has a key twice
   */
  static Value read(String source, String path, String text) {
    try (JsonParser json = FACTORY.createParser(text)) {
      return new JsonReader(source, json).only(path);
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }

  private Value only(String path) throws IOException {
    try {
      if (json.nextToken() == null) {
        throw here(path).wrong("there is nothing here. Write at least [{}].");
      }
      Value value = value(path);
      if (json.nextToken() != null) {
        String name = value.spot().name();
        throw here(path).wrong("something follows the end of %s. Remove it.".formatted(name));
      }
      return value;
    } catch (StreamConstraintsException excessive) {
      throw at(path, json.currentLocation())
          .wrong(
              "this is more than is read: a number or a name is too long, or values are nested too"
                  + " deeply. Make it simpler.",
              excessive);
    } catch (JsonProcessingException malformed) {
      throw at(path, malformed.getLocation())
          .wrong(
              "this is not JSON. Look for a comma, quote or bracket there or before.", malformed);
    }
  }

  private Value value(String path) throws IOException {
    SourceLocation spot = here(path);
    JsonToken token = json.currentToken();
    return switch (token) {
      case START_OBJECT -> object(spot);
      case START_ARRAY -> array(spot);
      case VALUE_STRING -> Value.scalar(spot, Kind.TEXT, whole(spot, json.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.scalar(spot, Kind.NUMBER, json.getText());
      case VALUE_TRUE -> Value.scalar(spot, Kind.TRUE, "");
      case VALUE_FALSE -> Value.scalar(spot, Kind.FALSE, "");
      default -> Value.scalar(spot, Kind.NULL, "");
    };
  }

  private Value object(SourceLocation spot) throws IOException {
    Map<String, Member> members = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      SourceLocation ofKey = here(spot.below(key));
      json.nextToken();
      if (members.put(key, new Member(ofKey, value(ofKey.path()))) != null) {
        throw ofKey.wrong("%s is there twice. Remove one.".formatted(ofKey.path()));
      }
    }
    return new Value(spot, Kind.OBJECT, "", members, List.of());
  }

  /** Refuses what could never be sent again. */
  private static String whole(SourceLocation spot, String text) {
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw spot.wrong(
          "%s has half of a surrogate pair, which can't be written as UTF-8. Remove it."
              .formatted(spot.name()));
    }
    return text;
  }

  private Value array(SourceLocation spot) throws IOException {
    List<Value> elements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value("%s[%s]".formatted(spot.path(), elements.size())));
    }
    return new Value(spot, Kind.ARRAY, "", Map.of(), elements);
  }

  private SourceLocation here(String path) {
    return at(path, json.currentTokenLocation());
  }

  private SourceLocation at(String path, JsonLocation location) {
    return new SourceLocation(
        source, path, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }
}
