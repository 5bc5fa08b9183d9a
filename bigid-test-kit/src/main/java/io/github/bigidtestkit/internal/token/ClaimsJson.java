package io.github.bigidtestkit.internal.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.bigidtestkit.token.TokenClaims;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON in a token, read and written as a stream. The JWT library would do it with a mapper of
 * its own, which loads 145 classes before the first token is there.
 */
final class ClaimsJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private ClaimsJson() {}

  /** The payload of a token that says this. */
  static byte[] write(TokenClaims claims) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField(Claims.USER_NAME, claims.user());
      json.writeStringField(Claims.TYPE, claims.kind().typeClaim());
      write(json, Claims.ROLE_IDS, claims.roleIds());
      json.writeBooleanField(Claims.IS_ADMIN, claims.admin());
      write(json, Claims.PERMISSIONS, claims.permissions());
      write(json, Claims.ISSUED_AT, claims.issuedAt());
      write(json, Claims.NOT_BEFORE, claims.notBefore());
      write(json, Claims.EXPIRES_AT, claims.expiresAt());
      json.writeStringField(Claims.ID, claims.id());
      json.writeEndObject();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, String name, @Nullable Instant instant)
      throws IOException {
    if (instant != null) {
      json.writeNumberField(name, instant.getEpochSecond());
    }
  }

  /**
   * The members of an object. What is inside of inner objects is left out, as no claim is one.
   *
   * @throws IOException if the text is not one JSON object, or has a name twice
   */
  static Map<String, @Nullable Object> read(String text) throws IOException {
    try (JsonParser json = FACTORY.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object");
      }
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        members.put(name, value(json));
      }
      if (json.nextToken() != null) {
        throw new IOException("something follows the object");
      }
      return members;
    }
  }

  private static @Nullable Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_ARRAY -> array(json);
      case START_OBJECT -> {
        json.skipChildren();
        yield Map.of();
      }
      default -> null;
    };
  }

  private static List<@Nullable Object> array(JsonParser json) throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(json));
    }
    return values;
  }
}
