package io.github.bigidtestkit.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.LoginFormat;
import io.github.bigidtestkit.RefusalKind;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.TokenScheme;
import io.github.bigidtestkit.fault.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped JSON Schema knows exactly the keys and names that the reader knows. */
class ConfigSchemaTests {

  private final JsonNode schema = resource("/io/github/bigidtestkit/sandbox.schema.json");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "/ | {`zzz`:1}",
        "/definitions/user | {`users`:[{`zzz`:1}]}",
        "/definitions/resource | {`resources`:[{`zzz`:1}]}",
        "/definitions/answer | {`resources`:[{`path`:`/a`,`answers`:[{`zzz`:1}]}]}",
        "/definitions/fault | {`faults`:[{`zzz`:1}]}",
        "/definitions/dialect | {`dialect`:{`zzz`:1}}",
        "/definitions/refusal | {`dialect`:{`refusals`:{`NOT_FOUND`:{`zzz`:1}}}}",
        "/definitions/dialect/properties/refusals | {`dialect`:{`refusals`:{`zzz`:{}}}}"
      })
  void the_keys_are_those_of_the_reader(String place, String text) {
    byte[] bytes = text.replace('`', '"').getBytes(StandardCharsets.UTF_8);
    String message = catchThrowable(() -> Settings.of("", bytes)).getMessage();
    List<String> known =
        new ArrayList<>(
            List.of(message.replaceAll("(?s).*Known here: (.*)\\.", "$1").split(", ", -1)));
    known.remove("for"); // for the control API only
    TreeSet<String> described = new TreeSet<>();
    JsonNode object = schema.at(place.length() == 1 ? "" : place);
    object.path("properties").fieldNames().forEachRemaining(described::add);
    described.remove("$schema");
    assertThat(described).containsExactlyInAnyOrderElementsOf(known);
    assertThat(object.path("additionalProperties").isBoolean()).isTrue();
  }

  @Test
  void the_names_are_those_of_the_enumerations() {
    assertNames("/definitions/fault/properties/fault", FaultKind.values());
    assertNames("/definitions/fault/properties/endpoint", Endpoint.values());
    assertNames("/definitions/dialect/properties/basedOn", Dialect.values());
    assertNames("/properties/dialect/oneOf/0", Dialect.values());
    assertNames("/definitions/dialect/properties/exchangeSchemes/items", TokenScheme.values());
    assertNames("/definitions/dialect/properties/dataSchemes/items", TokenScheme.values());
    assertNames("/definitions/dialect/properties/loginFormats/items", LoginFormat.values());
    assertThat(schema.at("/definitions/dialect/properties/refusals/properties"))
        .hasSize(RefusalKind.values().length);
  }

  private void assertNames(String place, Enum<?>[] values) {
    assertThat(schema.at(place).path("enum").valueStream().map(JsonNode::asText))
        .containsExactlyInAnyOrderElementsOf(Stream.of(values).map(Enum::name).toList());
  }

  @Test
  void a_file_may_name_its_schema() {
    byte[] text =
        "{\"$schema\": \"sandbox.schema.json\", \"strict\": true}".getBytes(StandardCharsets.UTF_8);
    assertThat(Settings.of("", text).toConfig())
        .isEqualTo(SandboxConfig.builder().strict(true).build());
  }

  @Test
  void spring_is_told_of_its_properties() {
    assertThat(
            resource("/META-INF/spring-configuration-metadata.json")
                .path("properties")
                .valueStream()
                .map(property -> property.path("name").asText()))
        .containsExactly(
            "bigid.sandbox.base-url", "bigid.sandbox.origin", "bigid.sandbox.user-token");
  }

  private static JsonNode resource(String name) {
    try (InputStream file = ConfigSchemaTests.class.getResourceAsStream(name)) {
      return new ObjectMapper().readTree(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
