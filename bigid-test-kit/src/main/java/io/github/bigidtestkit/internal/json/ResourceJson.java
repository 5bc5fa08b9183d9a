package io.github.bigidtestkit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bigidtestkit.Answer;
import io.github.bigidtestkit.Resource;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A protected resource in JSON. A field is null if its key is missing. */
public final class ResourceJson {

  private String method = "GET";
  private @Nullable String path;
  private Map<String, String> query = Map.of();
  private Map<String, String> headers = Map.of();
  private @Nullable String permission;
  private @Nullable JsonNode json;
  private @Nullable List<AnswerJson> answers;
  private boolean ends;
  private boolean optional;

  /** An answer in JSON. */
  private static final class AnswerJson {
    private int status = 200;
    private @Nullable String contentType;
    private Map<String, String> headers = Map.of();
    private @Nullable JsonNode json;
    private @Nullable String text;
    private @Nullable String base64;
    private @Nullable String file;

    Answer answer() {
      List<Object> bodies =
          Stream.<@Nullable Object>of(json, text, base64, file).filter(Objects::nonNull).toList();
      if (bodies.size() > 1) {
        throw new IllegalArgumentException(
            "an answer has several of json, text, base64, file. Keep one of them.");
      }
      return new Answer(status, contentType, headers, body());
    }

    private byte[] body() {
      if (json != null) {
        return ResourceJson.body(json).body();
      }
      if (file != null) {
        return Answer.file("", file).body();
      }
      if (base64 != null) {
        try {
          return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException noBase64) {
          throw new IllegalArgumentException(
              "base64 [%s] can't be decoded. Encode the bytes without line breaks."
                  .formatted(Excerpt.of(base64)),
              noBase64);
        }
      }
      return Objects.requireNonNullElse(text, "").getBytes(StandardCharsets.UTF_8);
    }
  }

  Resource resource() {
    if (path == null) {
      throw new IllegalArgumentException("there is no path. Add it.");
    }
    if (json != null && answers != null) {
      throw new IllegalArgumentException("json and answers contradict each other. Remove one.");
    }
    List<Answer> all =
        answers == null
            ? List.of(json == null ? Answer.json("{}") : body(json))
            : answers.stream().map(AnswerJson::answer).toList();
    return new Resource(method, path, query, headers, permission, all, ends, null, optional);
  }

  /** A text is sent as it stands, and must be JSON by itself. */
  private static Answer body(JsonNode json) {
    if (!json.isContainerNode() && !json.isTextual()) {
      throw new IllegalArgumentException(
          "json [%s] must be an object, an array, or text that is JSON. Leave it out for [{}]."
              .formatted(json));
    }
    return Answer.json(json.isTextual() ? json.textValue() : json.toString());
  }

  /** The members of an object that reads as a resource, except for its function. */
  public static Map<String, Object> of(Resource resource) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("method", resource.method());
    members.put("path", resource.path());
    put(members, "query", resource.query(), Map.of());
    put(members, "headers", resource.headers(), Map.of());
    put(members, "permission", Objects.requireNonNullElse(resource.permission(), ""), "");
    List<Object> answers = new ArrayList<>();
    resource.answers().forEach(answer -> answers.add(of(answer)));
    put(members, "answers", answers, List.of());
    put(members, "ends", resource.ends(), false);
    put(members, "optional", resource.optional(), false);
    return members;
  }

  private static Map<String, Object> of(Answer answer) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("status", answer.status());
    put(members, "contentType", Objects.requireNonNullElse(answer.contentType(), ""), "");
    put(members, "headers", answer.headers(), Map.of());
    try {
      ByteBuffer bytes = ByteBuffer.wrap(answer.body());
      put(members, "text", StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), "");
    } catch (CharacterCodingException binary) {
      members.put("base64", Base64.getEncoder().encodeToString(answer.body()));
    }
    return members;
  }

  private static void put(Map<String, Object> members, String key, Object value, Object usual) {
    if (!value.equals(usual)) {
      members.put(key, value);
    }
  }
}
