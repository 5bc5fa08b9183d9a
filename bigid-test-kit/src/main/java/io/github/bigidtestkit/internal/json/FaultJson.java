package io.github.bigidtestkit.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.AnswerFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.PlannedFault;
import io.github.bigidtestkit.fault.RateLimit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A fault in JSON: what goes wrong, and for which calls. A field is null if its key is missing. */
public final class FaultJson {

  private @Nullable FaultKind fault;

  private @Nullable Integer status;
  private @Nullable String body;
  private @Nullable String contentType;
  private Map<String, String> headers = Map.of();
  private @Nullable Duration retryAfter;

  private @Nullable Duration delay;
  private @Nullable Duration delayAtMost;

  private @Nullable Integer bytesPerSecond;

  private @Nullable Integer rateLimit;
  private @Nullable Duration period;
  private @Nullable Boolean eachUser;

  private @Nullable Duration skew;

  private Endpoint endpoint = Endpoint.ANY;
  private @Nullable String user;
  private int times;
  private int nth;
  private int every;
  private boolean optional;

  @JsonProperty("for")
  private @Nullable Duration span;

  /** After which real time the fault ends, or null if it does not end by itself. */
  public @Nullable Duration span() {
    return span;
  }

  /** The fault in a configuration, where it can't end by itself. */
  PlannedFault configured() {
    if (span != null) {
      throw new IllegalArgumentException("for is for the control API only. Remove it.");
    }
    return planned();
  }

  /** The fault, and which calls it applies to. */
  public PlannedFault planned() {
    return new PlannedFault(fault(), endpoint, user, times, nth, every, optional);
  }

  private Fault fault() {
    requireWith("status", status, "body", body);
    requireWith("status", status, "contentType", contentType);
    requireWith("status", status, "headers", headers.isEmpty() ? null : headers);
    requireWith("status", status, "retryAfter", retryAfter);
    requireWith("delay", delay, "delayAtMost", delayAtMost);
    requireWith("rateLimit", rateLimit, "period", period);
    requireWith("rateLimit", rateLimit, "eachUser", eachUser);
    Map<String, Fault> given = new LinkedHashMap<>();
    give(given, "fault", fault, FaultKind::fault);
    give(given, "status", status, this::answer);
    give(given, "delay", delay, this::delay);
    give(given, "bytesPerSecond", bytesPerSecond, Fault::drip);
    give(given, "rateLimit", rateLimit, this::limit);
    give(given, "skew", skew, Fault::issueSkewed);
    if (given.size() != 1) {
      throw new IllegalArgumentException(
          "one of fault, status, delay, bytesPerSecond, rateLimit, skew must say what goes wrong, but there is %s. %s"
              .formatted(
                  given.isEmpty() ? "none" : String.join(" and ", given.keySet()),
                  given.isEmpty() ? "Add one." : "Make several faults of it."));
    }
    return given.values().iterator().next();
  }

  private static <V> void give(
      Map<String, Fault> given, String key, @Nullable V value, Function<V, Fault> fault) {
    if (value != null) {
      given.put(key, fault.apply(value));
    }
  }

  private static void requireWith(
      String key, @Nullable Object value, String companion, @Nullable Object companionValue) {
    if (value == null && companionValue != null) {
      throw new IllegalArgumentException(
          "%s goes with %s only. Remove it, or add %s.".formatted(companion, key, key));
    }
  }

  private AnswerFault answer(int statusCode) {
    AnswerFault answer = Fault.status(statusCode);
    answer = answer.withBody(body == null ? answer.body() : body);
    answer = answer.withContentType(contentType == null ? answer.contentType() : contentType);
    for (var header : headers.entrySet()) {
      answer = answer.withHeader(header.getKey(), header.getValue());
    }
    return retryAfter == null ? answer : answer.withRetryAfter(retryAfter);
  }

  private Fault delay(Duration least) {
    return delayAtMost == null ? Fault.delay(least) : Fault.delayBetween(least, delayAtMost);
  }

  private RateLimit limit(int calls) {
    if (period == null) {
      throw new IllegalArgumentException("rateLimit has no period. Add it.");
    }
    RateLimit limit = Fault.rateLimit(calls, period);
    return Boolean.TRUE.equals(eachUser) ? limit.eachUser() : limit;
  }
}
