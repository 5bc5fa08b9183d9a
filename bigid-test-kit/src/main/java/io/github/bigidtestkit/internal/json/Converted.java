package io.github.bigidtestkit.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.function.Function;

/** Binds a value of the form that it has in JSON, and converts it. */
final class Converted<F, T> extends JsonDeserializer<T> {

  private final Class<F> form;
  private final Class<T> type;
  private final Function<F, T> conversion;

  /**
   * A deserializer.
   *
   * @param conversion throws an {@link IllegalArgumentException} if the value is invalid
   */
  Converted(Class<F> form, Class<T> type, Function<F, T> conversion) {
    this.form = form;
    this.type = type;
    this.conversion = conversion;
  }

  @Override
  public Class<T> handledType() {
    return type;
  }

  @Override
  public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
    try {
      return conversion.apply(context.readValue(json, form));
    } catch (IllegalArgumentException invalid) {
      throw JsonMappingException.from(json, "", invalid);
    } catch (MismatchedInputException otherKind) {
      // What is expected is named by the type, unless it is within the form.
      throw otherKind.getPath().isEmpty()
          ? MismatchedInputException.from(json, type, "")
          : otherKind;
    }
  }
}
