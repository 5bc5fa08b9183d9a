package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.fault.AnswerFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Answers that faults give instead of an endpoint. */
public final class InjectedAnswer {

  private static final String RETRY_AFTER = "Retry-After";
  private static final long ALMOST_A_SECOND = 999_999_999;

  private InjectedAnswer() {}

  public static Response of(AnswerFault fault, Instant now) {
    Map<String, String> headers = new HashMap<>(fault.headers());
    Duration wait = fault.retryAfter();
    if (wait != null) {
      headers.put(
          RETRY_AFTER,
          fault.retryAfterAsDate()
              ? Response.date(now.plus(wait).plusNanos(ALMOST_A_SECOND))
              : Long.toString(wait.toSeconds()));
    }
    return new Response(
        fault.status(),
        fault.contentType(),
        headers,
        fault.body().getBytes(StandardCharsets.UTF_8),
        Response.Facts.NONE);
  }

  public static Response tooMany(Duration wait) {
    return Response.tooMany(Long.toString(wait.plusNanos(ALMOST_A_SECOND).toSeconds()));
  }
}
