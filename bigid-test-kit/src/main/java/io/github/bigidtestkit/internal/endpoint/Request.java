package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.internal.journal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call as the endpoints see it.
 *
 * @param rules the dialect in which it is answered
 * @param method the HTTP method
 * @param path the whole path, decoded
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
    List<String> authorization,
    List<String> accessToken,
    @Nullable String contentType,
    byte[] body,
    @Nullable Refusal unreadable) {

  public Endpoint endpoint() {
    return switch (pathBelowApi()) {
      case Api.SESSIONS -> Endpoint.SESSIONS;
      case Api.REFRESH -> Endpoint.REFRESH;
      default -> Endpoint.RESOURCE;
    };
  }

  boolean insideApi() {
    return path.startsWith(Api.PREFIX + "/");
  }

  /** The same with its body. */
  public Request withBody(byte[] other, @Nullable Refusal problem) {
    return new Request(
        rules, method, path, authorization, accessToken, contentType, other, problem);
  }

  /**
   * The path from behind {@code /api/v1}, without a slash at its end where the dialect takes it for
   * the same; empty where it is not below it.
   */
  String pathBelowApi() {
    String below = insideApi() ? path.substring(Api.PREFIX.length()) : "";
    return rules.trailingSlash() && below.length() > 1 && below.endsWith("/")
        ? below.substring(0, below.length() - 1)
        : below;
  }
}
