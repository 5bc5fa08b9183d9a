package io.github.bigidtestkit.internal.config;

import io.github.bigidtestkit.internal.config.Value.Kind;
import io.github.bigidtestkit.internal.config.Value.Member;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object of which all keys are known. What is not there is null. Internal.
 *
 * <p>What is there and is not as it should be is refused with an {@link IllegalArgumentException}.
 */
public final class Fields {

  private final Value object;

  /**
   * Reads the keys.
   *
   * @throws IllegalArgumentException if it is no object, or has a key that is not known
   */
  Fields(Value object, List<String> known) {
    if (!object.is(Kind.OBJECT)) {
      throw object.mustBe("an object", "Known in it: %s.".formatted(String.join(", ", known)));
    }
    for (var member : object.members().entrySet()) {
      if (!known.contains(member.getKey())) {
        SourceLocation spot = member.getValue().spot();
        throw spot.wrong(
            "%s is not known. %sKnown here: %s."
                .formatted(
                    spot.path(), Likeness.hint(member.getKey(), known), String.join(", ", known)));
      }
    }
    this.object = object;
  }

  SourceLocation spot() {
    return object.spot();
  }

  /** Where the value of a key stands, which is there. */
  SourceLocation spotOf(String key) {
    return Objects.requireNonNull(object.members().get(key)).value().spot();
  }

  /** Whether a key is there. */
  public boolean has(String key) {
    return object.members().containsKey(key);
  }

  /** Those of the keys that are there. */
  List<String> present(List<String> keys) {
    return keys.stream().filter(this::has).toList();
  }

  @Nullable Value value(String key) {
    Member member = object.members().get(key);
    if (member != null && member.value().is(Kind.NULL)) {
      SourceLocation spot = member.value().spot();
      throw spot.wrong("%s is null. Give a value, or leave the key out.".formatted(spot.path()));
    }
    return member == null ? null : member.value();
  }

  /** A text. */
  public @Nullable String text(String key) {
    Value value = value(key);
    return value == null ? null : text(value);
  }

  private static String text(Value value) {
    if (!value.is(Kind.TEXT)) {
      throw value.mustBe("text", "Write it in quotes.");
    }
    return value.text();
  }

  /** A text, or what it is without. */
  public String textOr(String key, String otherwise) {
    String text = text(key);
    return text == null ? otherwise : text;
  }

  /** A text that has to be there. */
  public String requiredText(String key) {
    String text = text(key);
    if (text == null) {
      throw spot().wrong("%s has no %s. Add it.".formatted(spot().name(), key));
    }
    return text;
  }

  @Nullable Boolean flag(String key) {
    Value value = value(key);
    if (value != null && !value.is(Kind.TRUE) && !value.is(Kind.FALSE)) {
      throw value.mustBe("true or false", "Write it without quotes.");
    }
    return value == null ? null : value.is(Kind.TRUE);
  }

  /** True or false, or what it is without. */
  public boolean flag(String key, boolean otherwise) {
    Boolean flag = flag(key);
    return flag == null ? otherwise : flag;
  }

  @Nullable Integer number(String key) {
    Value value = value(key);
    if (value == null) {
      return null;
    }
    if (!value.is(Kind.NUMBER)) {
      throw value.mustBe("a whole number", "Write it without quotes.");
    }
    try {
      return Integer.valueOf(value.text());
    } catch (NumberFormatException notWholeOrTooLarge) {
      throw value
          .spot()
          .wrong(
              "%s [%s] is not a whole number of at most 2147483647."
                  .formatted(value.spot().name(), SourceLocation.printable(value.text())),
              notWholeOrTooLarge);
    }
  }

  int numberOr(String key, int otherwise) {
    Integer number = number(key);
    return number == null ? otherwise : number;
  }

  /** An ISO-8601 duration. */
  public @Nullable Duration duration(String key) {
    Value value = value(key);
    if (value == null) {
      return null;
    }
    if (!value.is(Kind.TEXT)) {
      throw value.mustBe("an ISO-8601 duration in quotes", IsoDuration.CURE);
    }
    try {
      return IsoDuration.parse(value.spot().name(), value.text());
    } catch (IllegalArgumentException notIso) {
      throw value.spot().wrong(String.valueOf(notIso.getMessage()), notIso);
    }
  }

  /** An instant, such as {@code 2030-01-31T12:00:00Z}. */
  public @Nullable Instant instant(String key) {
    String text = text(key);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException notIso) {
      SourceLocation spot = spotOf(key);
      throw spot.wrong(
          "%s [%s] is not an instant. Write it as [2030-01-31T12:00:00Z]."
              .formatted(spot.name(), SourceLocation.printable(text)),
          notIso);
    }
  }

  /** One of the names of a type. */
  public <E extends Enum<E>> @Nullable E oneOf(String key, Class<E> type) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    if (!names.contains(text)) {
      SourceLocation spot = spotOf(key);
      throw spot.wrong(
          "%s [%s] is not known. %sKnown are %s."
              .formatted(
                  spot.path(),
                  SourceLocation.printable(text),
                  Likeness.hint(text, names),
                  String.join(", ", names)));
    }
    return Enum.valueOf(type, text);
  }

  /** Texts in an array; empty where there is none. */
  public List<String> texts(String key) {
    return list(key, Fields::text);
  }

  /** The texts in an object whose keys are free to choose. */
  Map<String, String> textsByName(String key) {
    Value value = value(key);
    if (value == null) {
      return Map.of();
    }
    if (!value.is(Kind.OBJECT)) {
      throw value.mustBe("an object", "Write it as {\"name\": \"value\"}.");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    value.members().forEach((name, member) -> texts.put(name, text(member.value())));
    return texts;
  }

  <T> List<T> list(String key, Function<Value, T> read) {
    Value value = value(key);
    if (value == null) {
      return List.of();
    }
    if (!value.is(Kind.ARRAY)) {
      throw value.mustBe("an array", "Put it into [square brackets].");
    }
    return value.elements().stream().map(read).toList();
  }
}
