package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How exchanges, durations and users are named in messages. */
public final class Words {

  private static final int TOLD = 10;

  private Words() {}

  /** Such as {@code #2, #3 and 7 more}. */
  static String numbers(List<Exchange> calls) {
    String first = calls.stream().limit(TOLD).map(Words::number).collect(Collectors.joining(", "));
    return calls.size() <= TOLD ? first : first + " and " + (calls.size() - TOLD) + " more";
  }

  static String number(Exchange call) {
    return "#" + call.number();
  }

  /** Such as {@code 1h 0.5s}, as in the timeline. */
  public static String span(Duration span) {
    return span.truncatedTo(ChronoUnit.MILLIS)
        .toString()
        .substring(2)
        .replaceAll("(\\d[HMS])(?!$)", "$1 ")
        .toLowerCase(Locale.ROOT);
  }

  /** Such as {@code user [alice]}. */
  public static String user(@Nullable String user) {
    return user == null ? "an unknown user" : "user [" + user + "]";
  }

  /** Such as {@code system token}; {@code token} where the kind is not known. */
  static String token(@Nullable TokenKind kind) {
    return kind == null ? "token" : kind.label();
  }
}
