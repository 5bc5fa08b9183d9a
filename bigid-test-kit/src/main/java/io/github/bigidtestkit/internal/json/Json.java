package io.github.bigidtestkit.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON as a stream: the mapper costs much more time to start. */
public final class Json {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Writes the fields of an object. */
  public interface Fields {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private Json() {}

  public static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      fields.writeTo(json);
      json.writeEndObject();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return bytes.toByteArray();
  }

  public static byte[] failure(String message) {
    return object(
        json -> {
          json.writeBooleanField("success", false);
          json.writeStringField("message", message);
        });
  }

  public static JsonParser parser(byte[] bytes) throws IOException {
    return FACTORY.createParser(bytes);
  }

  /** What is wrong with a text as JSON, or null if nothing is. */
  public static @Nullable String problemOf(String text) {
    try (JsonParser json = FACTORY.createParser(text)) {
      if (json.nextToken() == null) {
        return "it is empty";
      }
      json.skipChildren();
      return json.nextToken() == null ? null : "something follows " + place(json);
    } catch (IOException malformed) {
      return reason(malformed);
    }
  }

  /** What a parser complains of, and where, in one line and without a piece of the text. */
  public static String reason(IOException malformed) {
    if (malformed instanceof JsonProcessingException json && json.getLocation() != null) {
      return "line %s, column %s"
          .formatted(json.getLocation().getLineNr(), json.getLocation().getColumnNr());
    }
    return "unreadable characters";
  }

  private static String place(JsonParser json) {
    return "the value at line %s, column %s"
        .formatted(json.currentLocation().getLineNr(), json.currentLocation().getColumnNr());
  }
}
