package io.github.bigidtestkit.internal.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A JSON value that knows where it stands.
 *
 * @param text of a text or a number; empty otherwise
 * @param members of an object, in their order
 * @param elements of an array
 */
record Value(
    SourceLocation spot,
    Kind kind,
    String text,
    Map<String, Member> members,
    List<Value> elements) {

  private static final JsonFactory FACTORY = new JsonFactory();

  enum Kind {
    OBJECT("an object"),
    ARRAY("an array"),
    TEXT("text"),
    NUMBER("a number"),
    TRUE("true"),
    FALSE("false"),
    NULL("null");

    private final String inWords;

    Kind(String inWords) {
      this.inWords = inWords;
    }
  }

  /** A key and its value. */
  record Member(SourceLocation spot, Value value) {}

  static Value scalar(SourceLocation spot, Kind kind, String text) {
    return new Value(spot, kind, text, Map.of(), List.of());
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** Refuses a value of the wrong kind, without showing it: it may be a secret. */
  ConfigException mustBe(String wanted, String cure) {
    return spot.wrong(
        "%s must be %s, but is %s. %s".formatted(spot.name(), wanted, kind.inWords, cure));
  }

  /** This as JSON in one line; numbers as they were written. */
  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      writeTo(json);
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return text.toString();
  }

  private void writeTo(JsonGenerator json) throws IOException {
    switch (kind) {
      case OBJECT -> {
        json.writeStartObject();
        for (var member : members.entrySet()) {
          json.writeFieldName(member.getKey());
          member.getValue().value().writeTo(json);
        }
        json.writeEndObject();
      }
      case ARRAY -> {
        json.writeStartArray();
        for (Value element : elements) {
          element.writeTo(json);
        }
        json.writeEndArray();
      }
      case TEXT -> json.writeString(text);
      case NUMBER -> json.writeNumber(text);
      case TRUE, FALSE -> json.writeBoolean(kind == Kind.TRUE);
      case NULL -> json.writeNull();
    }
  }
}
