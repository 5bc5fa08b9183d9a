package io.github.bigidtestkit.internal.config;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.AnswerFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.PlannedFault;
import io.github.bigidtestkit.fault.RateLimit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a fault: what goes wrong, and where and when it strikes. */
final class FaultJson {

  /** Each says what goes wrong, and which keys go with it. */
  private static final Map<String, List<String>> WHAT = what();

  private static final List<String> WHEN =
      List.of("endpoint", "user", "times", "nth", "every", "optional");

  private static final String SPAN = "for";

  private static final List<String> KEYS =
      Stream.of(WHAT.keySet().stream(), WHAT.values().stream().flatMap(List::stream), WHEN.stream())
          .flatMap(keys -> keys)
          .toList();

  private FaultJson() {}

  private static Map<String, List<String>> what() {
    Map<String, List<String>> what = new LinkedHashMap<>();
    what.put("fault", List.of());
    what.put("status", List.of("body", "contentType", "headers", "retryAfter"));
    what.put("delay", List.of("delayAtMost"));
    what.put("bytesPerSecond", List.of());
    what.put("rateLimit", List.of("period", "eachUser"));
    what.put("skew", List.of());
    return what;
  }

  static PlannedFault read(Value value) {
    return read(value, new Fields(value, KEYS));
  }

  /** A fault that may say when it ends. */
  static FaultRequest request(Value value) {
    List<String> more = Stream.concat(KEYS.stream(), Stream.of(SPAN)).toList();
    Fields fields = new Fields(value, more);
    return new FaultRequest(read(value, fields), fields.duration(SPAN));
  }

  private static PlannedFault read(Value value, Fields fields) {
    String what = theOne(fields);
    try {
      return new PlannedFault(
          fault(what, fields),
          Objects.requireNonNullElse(fields.oneOf("endpoint", Endpoint.class), Endpoint.ANY),
          fields.text("user"),
          fields.numberOr("times", 0),
          fields.numberOr("nth", 0),
          fields.numberOr("every", 0),
          fields.flag("optional", false));
    } catch (ConfigException spotted) {
      throw spotted;
    } catch (IllegalArgumentException wrong) {
      throw value.spot().wrong(wrong);
    }
  }

  /** The key that says what goes wrong; there must be one, and none that goes with another. */
  private static String theOne(Fields fields) {
    List<String> whats = fields.present(List.copyOf(WHAT.keySet()));
    SourceLocation spot = fields.spot();
    if (whats.size() != 1) {
      throw spot.wrong(
          "%s must say what goes wrong with one of %s, but has %s. %s"
              .formatted(
                  spot.name(),
                  String.join(", ", WHAT.keySet()),
                  whats.isEmpty() ? "none" : String.join(" and ", whats),
                  whats.isEmpty() ? "Add it." : "Make several faults of it."));
    }
    WHAT.forEach(
        (what, companions) -> {
          List<String> present = fields.present(companions);
          if (!whats.contains(what) && !present.isEmpty()) {
            throw spot.wrong(
                "%s goes with %s only. Remove it, or say %s instead of %s."
                    .formatted(spot.below(present.get(0)), what, what, whats.get(0)));
          }
        });
    return whats.get(0);
  }

  private static Fault fault(String what, Fields fields) {
    return switch (what) {
      case "fault" -> Objects.requireNonNull(fields.oneOf(what, FaultKind.class)).fault();
      case "status" -> answer(fields);
      case "delay" -> delay(fields);
      case "bytesPerSecond" -> Fault.drip(fields.numberOr(what, 0));
      case "rateLimit" -> rateLimit(fields);
      default -> Fault.issueSkewed(Objects.requireNonNull(fields.duration(what)));
    };
  }

  private static AnswerFault answer(Fields fields) {
    AnswerFault answer = Fault.status(fields.numberOr("status", 0));
    answer = answer.withBody(fields.textOr("body", answer.body()));
    answer = answer.withContentType(fields.textOr("contentType", answer.contentType()));
    for (var header : fields.textsByName("headers").entrySet()) {
      answer = answer.withHeader(header.getKey(), header.getValue());
    }
    Duration retryAfter = fields.duration("retryAfter");
    return retryAfter == null ? answer : answer.withRetryAfter(retryAfter);
  }

  private static Fault delay(Fields fields) {
    Duration delay = Objects.requireNonNull(fields.duration("delay"));
    Duration most = fields.duration("delayAtMost");
    return most == null ? Fault.delay(delay) : Fault.delayBetween(delay, most);
  }

  private static RateLimit rateLimit(Fields fields) {
    Duration period = fields.duration("period");
    if (period == null) {
      throw fields.spot().wrong("%s has no period. Add it.".formatted(fields.spot().name()));
    }
    RateLimit limit = Fault.rateLimit(fields.numberOr("rateLimit", 0), period);
    return fields.flag("eachUser", false) ? limit.eachUser() : limit;
  }
}
