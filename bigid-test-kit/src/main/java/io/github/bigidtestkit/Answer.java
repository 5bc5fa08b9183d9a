package io.github.bigidtestkit;

import io.github.bigidtestkit.internal.config.ConfigFile;
import io.github.bigidtestkit.internal.config.DialectCheck;
import io.github.bigidtestkit.internal.config.HttpRules;
import io.github.bigidtestkit.internal.json.Excerpt;
import io.github.bigidtestkit.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a resource answers. Immutable; the methods return changed copies.
 *
 * <pre>{@code
 * Answer.json("{}").withStatus(422).withHeader("X-Request-Id", "7")
 * }</pre>
 *
 * @param status the HTTP status, from 200 to 599
 * @param contentType the content type, or null for that of the dialect, or none without a body
 * @param headers further headers; values may contain {@link DialectRules#ETAG}
 * @param body the body, empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // copied, and compared by content
public record Answer(
    int status, @Nullable String contentType, Map<String, String> headers, byte[] body) {

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException if the status or a header is invalid, or if an answer with
   *     that status can't have a body
   */
  public Answer {
    HttpRules.requireStatus(status);
    HttpRules.requireHeader("Content-Type", contentType == null ? "" : contentType);
    DialectCheck.requireHeaders(headers);
    headers = Map.copyOf(headers);
    body = body.clone();
    if (body.length > 0 && (status == 204 || status == 304)) {
      throw new IllegalArgumentException(
          "status [%s] has no body. Leave the body out, or choose another status."
              .formatted(status));
    }
  }

  /**
   * Status 200 and a body in JSON, with the content type of the dialect.
   *
   * @throws IllegalArgumentException if the text is not JSON
   */
  public static Answer json(String json) {
    String problem = Json.problemOf(json);
    if (problem != null) {
      throw new IllegalArgumentException(
          "answer body [%s] is not JSON (%s). Fix it, use [{}], or give it as text with a content type."
              .formatted(Excerpt.of(json), problem));
    }
    return new Answer(200, null, Map.of(), json.getBytes(StandardCharsets.UTF_8));
  }

  /** Status 200 and any text in UTF-8. */
  public static Answer text(String contentType, String text) {
    return bytes(contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Status 200 and any bytes. */
  public static Answer bytes(String contentType, byte[] bytes) {
    return new Answer(200, contentType, Map.of(), bytes);
  }

  /**
   * Status 200 and the content of a file, which is read now.
   *
   * @param location {@code classpath:page.json}, from the root of the class path that the thread
   *     sees, or {@code file:path}, from the working directory
   * @throws IllegalArgumentException if there is no such file
   */
  public static Answer file(String contentType, String location) {
    return bytes(contentType, ConfigFile.bytes(location));
  }

  /** A status and nothing else. */
  public static Answer empty(int status) {
    return new Answer(status, null, Map.of(), new byte[0]);
  }

  /** The same with another status. */
  public Answer withStatus(int other) {
    return new Answer(other, contentType, headers, body);
  }

  /** The same with a header more. */
  public Answer withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, more, body);
  }

  /** The same with another content type. */
  public Answer withContentType(String other) {
    return new Answer(status, other, headers, body);
  }

  /** A copy of the body. */
  @Override
  public byte[] body() {
    return body.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Answer that
        && status == that.status
        && String.valueOf(contentType).equals(String.valueOf(that.contentType))
        && headers.equals(that.headers)
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return 31 * status + Arrays.hashCode(body);
  }

  @Override
  public String toString() {
    return "Answer[%s, %s bytes]".formatted(status, body.length);
  }
}
