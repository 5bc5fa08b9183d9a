package io.github.bigidtestkit;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** The published document, as much of it as holds in one dialect. */
final class OpenApiDocument {

  private static final String FILE = "/io/github/bigidtestkit/openapi.yaml";
  private static final String ANY_JWT = "ey[\\w-]+\\.[\\w-]+\\.[\\w-]+";

  private final Map<String, Object> root;
  private final String dialect;
  private final Map<String, Object> paths;
  private final OpenApiInteractionValidator validator;

  private OpenApiDocument(Map<String, Object> root, Dialect dialect) {
    this.root = root;
    this.dialect = dialect.name();
    Map<String, Object> here = map(inDialect(root));
    this.paths = map(here.get("paths"));
    this.validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(new Yaml().dump(here)).build();
  }

  static OpenApiDocument in(Dialect dialect) {
    try (InputStream file = FakeBigId.class.getResourceAsStream(FILE)) {
      return new OpenApiDocument(new Yaml().load(file), dialect);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether the document has an operation of that method. */
  boolean offers(String path, String method) {
    return map(paths.get(path)).containsKey(method.toLowerCase(Locale.ROOT));
  }

  /** What is wrong with an answer. */
  List<Message> complaints(String path, String method, SimpleResponse answer) {
    String literal = path.replaceAll("[{}]", "");
    return validator.validateResponse(literal, Method.valueOf(method), answer).getMessages();
  }

  /** All answers, as method, path, status and type of the content. */
  Set<String> answers() {
    Set<String> answers = new TreeSet<>();
    paths.forEach(
        (path, operations) ->
            map(operations)
                .forEach(
                    (method, operation) -> {
                      if (operation instanceof Map) {
                        responses(operation)
                            .forEach(
                                (status, response) ->
                                    types(response)
                                        .forEach(
                                            type -> answers.add(key(method, path, status, type))));
                      }
                    }));
    return answers;
  }

  static String key(String method, String path, String status, String type) {
    return "%s %s %s %s".formatted(method.toUpperCase(Locale.ROOT), path, status, type).strip();
  }

  /** The examples of answers with content, by path, status and type of the content. */
  Map<String, Set<Object>> examples() {
    Map<String, Set<Object>> examples = new LinkedHashMap<>();
    paths.forEach(
        (path, operations) ->
            map(operations).values().stream()
                .filter(Map.class::isInstance)
                .forEach(
                    operation ->
                        responses(operation)
                            .forEach(
                                (status, response) ->
                                    map(map(response).get("content"))
                                        .forEach(
                                            (type, content) ->
                                                examples
                                                    .computeIfAbsent(
                                                        key("", path, status, type),
                                                        any -> new LinkedHashSet<>())
                                                    .addAll(values(content))))));
    return examples;
  }

  private static List<Object> values(Object content) {
    return map(map(content).get("examples")).values().stream()
        .map(example -> withoutTokens(map(example).get("value")))
        .toList();
  }

  /** A body as a value in which one token is as good as another. */
  static Object body(String text) {
    return withoutTokens(new Yaml().load(text));
  }

  private static Object withoutTokens(Object value) {
    if (value instanceof Map) {
      Map<String, Object> copy = new LinkedHashMap<>(map(value));
      copy.replaceAll((name, field) -> withoutTokens(field));
      return copy;
    }
    return value instanceof String text ? text.replaceAll(ANY_JWT, "a.b.c") : value;
  }

  private static Map<String, Object> responses(Object operation) {
    return map(map(operation).get("responses"));
  }

  private static Set<String> types(Object response) {
    Set<String> types = map(map(response).get("content")).keySet();
    return types.isEmpty() ? Set.of("") : types;
  }

  /** A copy without what belongs to other dialects, and with references followed. */
  private Object inDialect(Object node) {
    if (node instanceof List<?> list) {
      return list.stream().map(this::inDialect).toList();
    }
    if (!(node instanceof Map)) {
      return node;
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map(node)
        .forEach(
            (name, value) -> {
              Object followed = follow(value);
              if (!elsewhere(followed)) {
                copy.put(name, inDialect(followed));
              }
            });
    if (copy.get("content") instanceof Map<?, ?> content && content.isEmpty()) {
      copy.remove("content");
    }
    return copy;
  }

  private boolean elsewhere(Object node) {
    return node instanceof Map
        && map(node).get("x-dialects") instanceof List<?> dialects
        && !dialects.contains(dialect);
  }

  private Object follow(Object node) {
    String reference = node instanceof Map ? (String) map(node).get("$ref") : null;
    if (reference == null || reference.startsWith("#/components/schemas/")) {
      return node;
    }
    Object target = root;
    for (String step : reference.substring(2).split("/", -1)) {
      target = map(target).get(step);
    }
    return target;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return node == null ? Map.of() : (Map<String, Object>) node;
  }
}
