package io.github.bigidtestkit.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.github.bigidtestkit.DialectRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Says why a value can't be bound, without showing texts that may be secret. */
final class BindingError {

  private record Expected(String what, String cure) {}

  private BindingError() {}

  /** The message, which begins with the name of the value. */
  static String message(String name, JsonNode value, JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      List<String> known =
          unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
      return unknown(name, unknown.getPropertyName(), known);
    }
    if (value.isNull()) {
      return isNull(name);
    }
    if (e.getCause() instanceof IllegalArgumentException invalid) {
      String prefix = value.isObject() ? name + ": " : name + " ";
      return (name.equals(SourceText.WHOLE) ? "" : prefix) + invalid.getMessage();
    }
    Class<?> type = type(e);
    if (value.isNumber() && isWhole(type)) {
      return "%s [%s] is not a whole number of at most %s."
          .formatted(name, Excerpt.of(value.asText()), Integer.MAX_VALUE);
    }
    if (type.isEnum() && (value.isTextual() || value.isObject())) {
      List<String> known = Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
      if (e instanceof InvalidFormatException key && value.isObject()) {
        String unknown = String.valueOf(key.getValue());
        return unknown(name + "." + Excerpt.of(unknown), unknown, known);
      }
      return name + " " + notKnown(value.textValue(), known);
    }
    Expected expected = expected(type);
    return "%s must be %s, but is %s. %s"
        .formatted(name, expected.what, inWords(value), expected.cure);
  }

  /** The rest of a message on a text that is none of those known. */
  static String notKnown(String text, List<String> known) {
    return "[%s] is not known. %sKnown are %s."
        .formatted(Excerpt.of(text), Likeness.hint(text, known), String.join(", ", known));
  }

  static String unknown(String name, String key, Collection<String> known) {
    return "%s is not known. %sKnown here: %s."
        .formatted(name, Likeness.hint(key, known), String.join(", ", known));
  }

  static String isNull(String name) {
    return "%s is null. Give a value, or leave the key out.".formatted(name);
  }

  /** A number that is too large is reported without the type. */
  private static Class<?> type(JsonProcessingException e) {
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return mismatch.getTargetType();
    }
    return e instanceof InvalidDefinitionException undefined
        ? undefined.getType().getRawClass()
        : int.class;
  }

  private static boolean isWhole(Class<?> type) {
    return type == int.class || type == Integer.class;
  }

  private static Expected expected(Class<?> type) {
    if (isWhole(type)) {
      return new Expected("a whole number", "Write it without quotes.");
    }
    if (type == boolean.class || type == Boolean.class) {
      return new Expected("true or false", "Write it without quotes.");
    }
    if (type == Duration.class) {
      return new Expected("an ISO-8601 duration in quotes", IsoDuration.CURE);
    }
    if (type == String.class || type == Instant.class || type.isEnum()) {
      return new Expected("text", "Write it in quotes.");
    }
    if (type == DialectRules.class) {
      return new Expected("text or an object", "Name a built-in dialect in quotes.");
    }
    return type.isArray() || Collection.class.isAssignableFrom(type)
        ? new Expected("an array", "Put it into [square brackets].")
        : new Expected("an object", "Put it into {braces}.");
  }

  private static String inWords(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case STRING -> "text";
      case NUMBER -> "a number";
      default -> value.asText(); // true, false or null
    };
  }
}
