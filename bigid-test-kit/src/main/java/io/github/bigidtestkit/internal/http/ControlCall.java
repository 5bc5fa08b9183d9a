package io.github.bigidtestkit.internal.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A call to the control API. Immutable, but for the bytes of the body.
 *
 * @param method the HTTP method
 * @param path what follows the prefix, still percent-encoded; empty, or begins with a slash
 * @param query what follows the question mark, still percent-encoded; may be empty
 * @param headers the values of each header; names in any case
 * @param remote who calls
 * @param body the body, at most 1 MiB; null where it could not be read
 * @param unreadable why the body could not be read, or null
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these or keeps them
public record ControlCall(
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    InetAddress remote,
    byte @Nullable [] body,
    @Nullable Unreadable unreadable) {

  /**
   * Why a body could not be read. Immutable.
   *
   * @param status the HTTP status that says so
   * @param why in one sentence, without the full stop
   */
  public record Unreadable(int status, String why) {}

  /** Copies the headers. */
  public ControlCall {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    headers = copy;
  }

  /** The value of a header, or null unless it came exactly once. */
  public @Nullable String header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? values.get(0) : null;
  }

  /** Whether a header came at all. */
  public boolean has(String name) {
    return headers.containsKey(name);
  }

  /** Names method and path, and no secret. */
  @Override
  public String toString() {
    return "ControlCall[%s %s]".formatted(method, path);
  }
}
