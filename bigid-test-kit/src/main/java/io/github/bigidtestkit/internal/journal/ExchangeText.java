package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.TokenScheme;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.token.TokenClaims;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The phrases in which text, page and control API describe an exchange.
 *
 * <p>They hold no secrets, but names that clients chose: they are not safe for markup.
 */
public final class ExchangeText {

  private static final DateTimeFormatter TIME = utc("HH:mm:ss.SSS");
  private static final DateTimeFormatter DATE_TIME = utc("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter EXACT = utc("uuuu-MM-dd HH:mm:ss.SSS");

  private static final int MOST_OF_BODY = 200;

  private ExchangeText() {}

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  static String dateTime(Instant instant) {
    return DATE_TIME.format(instant);
  }

  static String exactDateTime(Instant instant) {
    return EXACT.format(instant);
  }

  static String target(Exchange e) {
    return e.query() == null ? e.path() : e.path() + "?" + e.query();
  }

  /** The beginning of what the client sent in one line, or null. */
  public static @Nullable String body(Exchange e) {
    String body = e.body();
    return body == null || body.length() <= MOST_OF_BODY
        ? body
        : Redaction.printable(body.substring(0, MOST_OF_BODY)) + "…";
  }

  static String took(Exchange e) {
    return String.format(Locale.ROOT, "%.1f ms", e.took().toNanos() / 1e6);
  }

  /** How the call ended: {@code ok}, {@code refused}, {@code fault} or {@code no answer}. */
  public static String ending(Exchange e) {
    return Ending.of(e).word;
  }

  /** The status and how the call ended, such as {@code 401 refused}. */
  static String outcome(Exchange e) {
    return e.status() == 0 ? ending(e) : e.status() + " " + ending(e);
  }

  /** Fault and refusal, labelled where the ending does not tell which; empty for a good answer. */
  public static List<String> reasons(Exchange e) {
    List<String> reasons = new ArrayList<>();
    Rejection rejection = e.rejection();
    boolean both = e.fault() != null && rejection != null;
    if (e.fault() != null) {
      reasons.add((both || e.status() == 0 ? "fault: " : "") + e.fault());
    }
    if (rejection != null) {
      reasons.add((both ? "refused: " : "") + rejection.explanation());
    }
    return reasons;
  }

  /** The token that was shown and the time it had left, or null. */
  public static @Nullable String shown(Exchange e) {
    PresentedToken token = e.token();
    if (token == null) {
      return null;
    }
    TokenClaims claims = token.claims();
    String name = claims == null ? "unreadable token " + token.shortened() : claims.label();
    return "shows " + name + sent(token.scheme()) + left(claims, e.at());
  }

  private static String sent(TokenScheme scheme) {
    return switch (scheme) {
      case BEARER -> "";
      case RAW -> ", raw";
      case X_ACCESS_TOKEN -> ", in x-access-token";
    };
  }

  private static String left(@Nullable TokenClaims claims, Instant now) {
    Instant expiry = claims == null ? null : claims.expiresAt();
    if (expiry == null) {
      return "";
    }
    return now.isBefore(expiry)
        ? ", %s left".formatted(span(Duration.between(now, expiry)))
        : ", expired %s ago".formatted(span(Duration.between(expiry, now)));
  }

  /** The token that was issued with its lifetime and expiry, or null. */
  public static @Nullable String issued(Exchange e) {
    TokenClaims claims = e.issued();
    if (claims == null) {
      return null;
    }
    Instant expiry = claims.expiresAt();
    Duration lifetime = claims.lifetime();
    return "gets %s%s%s"
        .formatted(
            claims.label(),
            lifetime == null ? "" : ", good for " + span(lifetime),
            expiry == null ? ", without expiry" : ", until " + dateTime(expiry));
  }

  /** How long the answer asked the client to wait, or null. */
  static @Nullable String retryAfter(Exchange e) {
    Instant time = e.retryAfter();
    return time == null ? null : "Retry-After " + span(Duration.between(e.at(), time));
  }

  /** A duration in at most two units, such as {@code 16 min} or {@code 1 h 5 min}. */
  static String span(Duration span) {
    return span.isNegative() ? "−" + Span.words(span.negated()) : Span.words(span);
  }
}
