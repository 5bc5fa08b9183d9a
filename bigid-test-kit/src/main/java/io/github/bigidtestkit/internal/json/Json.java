package io.github.bigidtestkit.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON as a stream: the mapper costs much more time to start. */
public final class Json {

  /** The library's default leaves its buffers, and with them its class loader, in each thread. */
  static final RecyclerPool<BufferRecycler> BUFFERS = JsonRecyclerPools.newConcurrentDequePool();

  /** For numbers of 500 digits the library has another parser, which the kit's jar leaves out. */
  static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNumberLength(400).build();

  private static final JsonFactory FACTORY =
      JsonFactory.builder().recyclerPool(BUFFERS).streamReadConstraints(LIMITS).build();

  /** A name appears twice in an object. */
  public static final class DuplicateKeyException extends IOException {
    private static final long serialVersionUID = 1L;

    private DuplicateKeyException(String name, JsonLocation place) {
      super(
          "the key [%s] is there twice, at line %s, column %s"
              .formatted(Excerpt.of(name), place.getLineNr(), place.getColumnNr()));
    }
  }

  private Json() {}

  /** Writes a map, a list or a public record with the mapper, without what is null. */
  public static byte[] map(Object value) {
    try {
      return JsonMapping.MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }

  /** The same in lines, for people. */
  public static byte[] pretty(Object value) {
    try {
      return JsonMapping.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    } catch (JsonProcessingException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }

  /** A text as it stands between the quotes of a JSON string. */
  public static String escaped(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  /** Writes an object. Its values may be maps, collections, strings, numbers, booleans and null. */
  public static byte[] write(Map<String, ?> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      write(json, members);
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> members) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        json.writeFieldName((String) member.getKey());
        write(json, member.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> elements) {
      json.writeStartArray();
      for (Object element : elements) {
        write(json, element);
      }
      json.writeEndArray();
    } else {
      json.writePOJO(value);
    }
  }

  /**
   * Reads an object. Its values are maps, lists, strings, numbers, booleans and null.
   *
   * @throws IOException if the bytes are not UTF-8, if the text is not exactly one JSON object, or
   *     if a name appears twice in an object
   */
  @SuppressWarnings("unchecked") // the names of members are strings
  public static Map<String, @Nullable Object> read(byte[] bytes) throws IOException {
    if (readAny(bytes) instanceof Map<?, ?> members) {
      return (Map<String, @Nullable Object>) members;
    }
    throw new IOException("not an object");
  }

  /**
   * Reads any value.
   *
   * @throws IOException as {@link #read}; {@link #reason} tells why in words
   */
  public static @Nullable Object readAny(byte[] bytes) throws IOException {
    return readAny(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
  }

  /**
   * Reads any value.
   *
   * @throws IOException as {@link #read}; {@link #reason} tells why in words
   */
  public static @Nullable Object readAny(String text) throws IOException {
    try (JsonParser json = FACTORY.createParser(text)) {
      if (json.nextToken() == null) {
        throw new IOException("it is empty");
      }
      Object value = value(json);
      if (json.nextToken() != null) {
        throw new IOException("something follows " + place(json));
      }
      return value;
    }
  }

  private static Map<String, @Nullable Object> members(JsonParser json) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      if (members.containsKey(name)) {
        throw new DuplicateKeyException(name, json.currentTokenLocation());
      }
      json.nextToken();
      members.put(name, value(json));
    }
    return members;
  }

  private static List<@Nullable Object> elements(JsonParser json) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(json));
    }
    return elements;
  }

  private static @Nullable Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> members(json);
      case START_ARRAY -> elements(json);
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
      case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
      default -> null;
    };
  }

  /** What is wrong with a text as JSON, or null if nothing is. */
  public static @Nullable String problemOf(String text) {
    try {
      readAny(text);
      return null;
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
    return malformed instanceof CharacterCodingException
        ? "it is not UTF-8"
        : String.valueOf(malformed.getMessage());
  }

  private static String place(JsonParser json) {
    return "the value at line %s, column %s"
        .formatted(json.currentLocation().getLineNr(), json.currentLocation().getColumnNr());
  }
}
