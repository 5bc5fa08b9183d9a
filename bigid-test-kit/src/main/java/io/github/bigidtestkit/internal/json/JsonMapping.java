package io.github.bigidtestkit.internal.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.PlannedFault;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** The mapper, apart from {@link Json} since most sandboxes never need it and it starts slowly. */
final class JsonMapping {

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(Json.LIMITS)
                  .recyclerPool(Json.BUFFERS)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .withCoercionConfigDefaults(
              config -> {
                for (CoercionInputShape shape : CoercionInputShape.values()) {
                  config.setCoercion(shape, CoercionAction.Fail);
                }
              })
          .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .addModule(values())
          .build();

  /** Makes parsers of what people write by hand: with comments and trailing commas. */
  static final ObjectReader LENIENT =
      MAPPER
          .reader()
          .withFeatures(
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_YAML_COMMENTS,
              JsonReadFeature.ALLOW_TRAILING_COMMA);

  private JsonMapping() {}

  private static SimpleModule values() {
    SimpleModule values = new SimpleModule();
    read(values, Duration.class, String.class, IsoDuration::parse);
    read(values, Instant.class, String.class, JsonMapping::instant);
    read(values, User.class, UserJson.class, UserJson::user);
    read(values, DialectRules.class, DialectJson.class, DialectJson::rules);
    read(values, Resource.class, ResourceJson.class, ResourceJson::resource);
    read(values, PlannedFault.class, FaultJson.class, FaultJson::configured);
    values.addSerializer(Duration.class, ToStringSerializer.instance);
    values.addSerializer(Instant.class, ToStringSerializer.instance);
    return values;
  }

  private static <F, T> void read(
      SimpleModule module, Class<T> type, Class<F> form, Function<F, T> conversion) {
    module.addDeserializer(type, new Converted<>(form, type, conversion));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException notIso) {
      throw new IllegalArgumentException(
          "[%s] is not an instant. Write it as [2030-01-31T12:00:00Z].".formatted(Excerpt.of(text)),
          notIso);
    }
  }
}
