package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How messages name exchanges, tokens, durations and users. */
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

  /** Such as {@code 1h 0.5s}: exact to the millisecond, as limits are compared with it. */
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

  /** The kind of the shown token, such as {@code system token}, or {@code token} if not known. */
  static String token(Exchange call) {
    TokenKind kind = call.tokenKind();
    return kind == null ? "token" : kind.label();
  }
}
