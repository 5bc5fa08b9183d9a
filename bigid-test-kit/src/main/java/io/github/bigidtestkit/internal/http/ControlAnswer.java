package io.github.bigidtestkit.internal.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the control API. Immutable, but for the bytes of the body.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body; not sent in answer to {@code HEAD}
 * @param afterwards what is done once the answer was sent, on the shared thread, or null
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these or keeps them
public record ControlAnswer(
    int status, Map<String, String> headers, byte[] body, @Nullable Runnable afterwards) {

  /** Copies the headers. */
  public ControlAnswer {
    headers = Map.copyOf(headers);
  }

  /** Names the status. */
  @Override
  public String toString() {
    return "ControlAnswer[%s, %s bytes]".formatted(status, body.length);
  }
}
