package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.internal.dialect.Api;
import io.github.bigidtestkit.internal.dialect.PathTemplate;
import io.github.bigidtestkit.internal.journal.Parameters;
import io.github.bigidtestkit.internal.journal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call as the endpoints see it.
 *
 * @param rules the dialect in which it is answered
 * @param method the HTTP method
 * @param path the whole path, decoded
 * @param query the query string, encoded, or null
 * @param headers the headers without credentials; names in any case
 * @param authorization the values of all {@code Authorization} headers
 * @param accessToken the values of all {@code x-access-token} headers
 * @param contentType the value of the {@code Content-Type} header
 * @param body the body; empty where it could not be read
 * @param unreadable why the body could not be read, or null if it was
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these or keeps them
public record Request(
    DialectRules rules,
    String method,
    String path,
    @Nullable String query,
    Map<String, String> headers,
    List<String> authorization,
    List<String> accessToken,
    @Nullable String contentType,
    byte[] body,
    @Nullable Refusal unreadable) {

  public Endpoint endpoint() {
    return switch (target()) {
      case Api.SESSIONS -> Endpoint.SESSIONS;
      case Api.REFRESH -> Endpoint.REFRESH;
      default -> Endpoint.RESOURCE;
    };
  }

  boolean insideApi() {
    return path.startsWith(Api.PREFIX + "/");
  }

  /** The same with its headers. */
  public Request withHeaders(Map<String, String> others) {
    return new Request(
        rules,
        method,
        path,
        query,
        others,
        authorization,
        accessToken,
        contentType,
        body,
        unreadable);
  }

  /** The same with its body. */
  public Request withBody(byte[] other, @Nullable Refusal problem) {
    return new Request(
        rules,
        method,
        path,
        query,
        headers,
        authorization,
        accessToken,
        contentType,
        other,
        problem);
  }

  /**
   * The path as templates of resources are written, without a slash at its end where the dialect
   * takes it for the same.
   */
  String target() {
    return PathTemplate.target(path, rules.trailingSlash());
  }

  /** The parameters of the query, each with its first value. */
  Map<String, String> firstParameters() {
    Map<String, String> first = new LinkedHashMap<>();
    Parameters.of(query).forEach((name, values) -> first.put(name, values.get(0)));
    return first;
  }
}
