package io.github.bigidtestkit.internal.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.DialectRules.Answer;
import io.github.bigidtestkit.LoginFormat;
import io.github.bigidtestkit.RefusalKind;
import io.github.bigidtestkit.TokenScheme;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dialect in JSON: the name of a built-in one, or an object with the differences from one. A
 * field is null if its key is missing.
 */
public final class DialectJson {

  private @Nullable String name;
  private Dialect basedOn = Dialect.LENIENT;
  private @Nullable List<String> exchangeMethods;
  private @Nullable Set<TokenScheme> exchangeSchemes;
  private @Nullable Set<TokenScheme> dataSchemes;
  private @Nullable Set<LoginFormat> loginFormats;
  private @Nullable Boolean trailingSlash;
  private @Nullable String contentType;
  private @Nullable Map<String, String> headers;
  private Map<RefusalKind, AnswerJson> refusals = Map.of();
  private @Nullable Set<String> unverified;

  /** An answer in JSON. */
  private static final class AnswerJson {
    private @Nullable Integer status;
    private @Nullable String contentType;
    private @Nullable Map<String, String> headers;
    private @Nullable JsonNode body;

    Answer over(Answer base) {
      return new Answer(
          status == null ? base.status() : status,
          contentType == null ? base.contentType() : contentType,
          headers == null ? base.headers() : headers,
          body == null ? base.body() : body.isTextual() ? body.textValue() : body.toString());
    }

    static AnswerJson of(Answer answer, Answer base) {
      AnswerJson json = new AnswerJson();
      json.status = answer.status() == base.status() ? null : answer.status();
      json.contentType = answer.contentType();
      json.headers = answer.headers().equals(base.headers()) ? null : answer.headers();
      json.body = answer.body().equals(base.body()) ? null : tree(answer.body());
      return json;
    }

    /** JSON as it stands if that gives the same text again, and text otherwise. */
    private static JsonNode tree(String body) {
      try {
        JsonNode tree = JsonMapping.MAPPER.readTree(body);
        if (tree.isContainerNode() && tree.toString().equals(body)) {
          return tree;
        }
      } catch (JsonProcessingException text) {
        // written as text
      }
      return TextNode.valueOf(body);
    }
  }

  DialectJson() {}

  @JsonCreator
  static DialectJson named(String builtIn) {
    List<String> known = Stream.of(Dialect.values()).map(Dialect::name).toList();
    if (!known.contains(builtIn)) {
      throw new IllegalArgumentException(BindingError.notKnown(builtIn, known));
    }
    DialectJson json = new DialectJson();
    json.basedOn = Dialect.valueOf(builtIn);
    json.name = builtIn;
    return json;
  }

  DialectRules rules() {
    if (name == null) {
      throw new IllegalArgumentException("there is no name. Add it; messages show it.");
    }
    DialectRules base = basedOn.rules();
    Map<RefusalKind, Answer> answers = new EnumMap<>(base.refusals());
    refusals.forEach((kind, answer) -> answers.put(kind, answer.over(base.refusal(kind))));
    return new DialectRules(
        name,
        or(exchangeMethods, base.exchangeMethods()),
        or(exchangeSchemes, base.exchangeSchemes()),
        or(dataSchemes, base.dataSchemes()),
        or(loginFormats, base.loginFormats()),
        or(trailingSlash, base.trailingSlash()),
        or(contentType, base.contentType()),
        or(headers, base.headers()),
        answers,
        or(unverified, base.unverified()));
  }

  private static <T> T or(@Nullable T given, T otherwise) {
    return given == null ? otherwise : given;
  }

  /** The shortest of the objects that read as these rules. */
  public static Map<String, Object> of(DialectRules rules) {
    return Stream.of(Dialect.values())
        .map(basedOn -> of(rules, basedOn))
        .min(Comparator.comparingInt(members -> Json.map(members).length))
        .orElseThrow();
  }

  /** The members of an object that reads as these rules: their differences from a built-in one. */
  public static Map<String, Object> of(DialectRules rules, Dialect basedOn) {
    DialectRules base = basedOn.rules();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", rules.name());
    members.put("basedOn", basedOn);
    put(members, "exchangeMethods", rules.exchangeMethods(), base.exchangeMethods());
    put(members, "exchangeSchemes", rules.exchangeSchemes(), base.exchangeSchemes());
    put(members, "dataSchemes", rules.dataSchemes(), base.dataSchemes());
    put(members, "loginFormats", rules.loginFormats(), base.loginFormats());
    put(members, "trailingSlash", rules.trailingSlash(), base.trailingSlash());
    put(members, "contentType", rules.contentType(), base.contentType());
    put(members, "headers", rules.headers(), base.headers());
    Map<String, Object> answers = new LinkedHashMap<>();
    for (RefusalKind kind : RefusalKind.values()) {
      if (!rules.refusal(kind).equals(base.refusal(kind))) {
        answers.put(kind.name(), AnswerJson.of(rules.refusal(kind), base.refusal(kind)));
      }
    }
    put(members, "refusals", answers, Map.of());
    put(members, "unverified", rules.unverified(), base.unverified());
    return members;
  }

  private static void put(Map<String, Object> members, String key, Object value, Object base) {
    if (!value.equals(base)) {
      members.put(key, value instanceof Set<?> set ? new TreeSet<>(set) : value);
    }
  }
}
