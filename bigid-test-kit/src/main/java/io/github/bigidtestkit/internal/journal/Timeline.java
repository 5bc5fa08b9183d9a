package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Handshake;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.token.TokenClaims;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Exchanges as text that a person can read: one line each, and the pauses between them. */
public final class Timeline {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Duration NOTABLE_PAUSE = Duration.ofSeconds(1);

  private Timeline() {}

  static String of(List<Exchange> exchanges, List<Handshake> handshakes, long dropped) {
    if (exchanges.isEmpty() && handshakes.isEmpty()) {
      return "No call came to the sandbox" + (dropped == 0 ? "." : " that is still kept.");
    }
    List<String> lines = new ArrayList<>();
    if (dropped > 0) {
      lines.add("(%s earlier calls are no longer kept)".formatted(dropped));
    }
    Deque<Handshake> before = new ArrayDeque<>(handshakes);
    Exchange previous = exchanges.isEmpty() ? null : exchanges.get(0);
    for (Exchange exchange : exchanges) {
      while (!before.isEmpty()
          && before.getFirst().sinceStart().compareTo(exchange.sinceStart()) < 0) {
        lines.add(line(before.removeFirst()));
      }
      pause(lines, previous == null ? exchange : previous, exchange);
      lines.add(line(exchange));
      previous = exchange;
    }
    before.forEach(handshake -> lines.add(line(handshake)));
    return String.join("\n", lines);
  }

  /** Those that are wanted, each between its neighbours. */
  public static String excerpt(List<Exchange> exchanges, Predicate<? super Exchange> wanted) {
    BitSet shown = new BitSet();
    for (int i = 0; i < exchanges.size(); i++) {
      if (wanted.test(exchanges.get(i))) {
        shown.set(Math.max(0, i - 1), Math.min(exchanges.size(), i + 2));
      }
    }
    if (shown.isEmpty()) {
      return "No call matches.";
    }
    List<String> lines = new ArrayList<>();
    int next = 0;
    for (int i = shown.nextSetBit(0); i >= 0; i = shown.nextSetBit(i + 1)) {
      leftOut(lines, i - next);
      pause(lines, exchanges.get(Math.max(0, next - 1)), exchanges.get(i));
      lines.add(line(exchanges.get(i)));
      next = i + 1;
    }
    leftOut(lines, exchanges.size() - next);
    return String.join("\n", lines);
  }

  private static void leftOut(List<String> lines, int count) {
    if (count > 0) {
      lines.add("      … %s".formatted(count == 1 ? "1 call" : count + " calls"));
    }
  }

  private static void pause(List<String> lines, Exchange previous, Exchange exchange) {
    Duration pause = Duration.between(previous.at(), exchange.at());
    if (pause.abs().compareTo(NOTABLE_PAUSE) >= 0) {
      lines.add("      … %s%s".formatted(pause.isNegative() ? "-" : "+", readable(pause.abs())));
    }
  }

  public static String line(Exchange e) {
    StringBuilder line =
        new StringBuilder(
            "%4s  %s  %-4s %s  %s"
                .formatted(
                    "#" + e.number(),
                    TIME.format(e.at()),
                    e.method(),
                    target(e),
                    e.status() == 0 ? "no answer" : e.status()));
    if (e.fault() != null) {
      line.append(" fault: ").append(e.fault());
    }
    Rejection rejection = e.rejection();
    if (rejection != null) {
      line.append(" refused: ").append(rejection.explanation());
    }
    List<String> facts = facts(e);
    if (!facts.isEmpty()) {
      line.append("  [").append(String.join(", ", facts)).append(']');
    }
    return line.append("  ").append(millis(e.took())).toString();
  }

  public static String line(Handshake handshake) {
    return "      %s  TLS handshake  %s"
        .formatted(
            TIME.format(handshake.at()),
            handshake.fault() == null
                ? "failed: " + handshake.failure()
                : "fault: " + handshake.fault());
  }

  private static String target(Exchange e) {
    return e.query() == null ? e.path() : e.path() + "?" + e.query();
  }

  private static List<String> facts(Exchange e) {
    List<String> facts = new ArrayList<>();
    if (e.user() != null) {
      facts.add("user " + e.user());
    }
    PresentedToken token = e.token();
    if (token != null) {
      facts.add("shows " + shown(token));
    }
    TokenClaims issued = e.issued();
    if (issued != null) {
      facts.add("gets %s %s%s".formatted(issued.kind().label(), issued.id(), until(issued)));
    }
    return facts;
  }

  private static String shown(PresentedToken token) {
    TokenClaims claims = token.claims();
    String name =
        claims == null ? "token " + token.shortened() : claims.kind().label() + " " + claims.id();
    return token.bearer() ? name : name + " raw";
  }

  private static String until(TokenClaims issued) {
    @Nullable Instant expiry = issued.expiresAt();
    return expiry == null ? "" : " until " + DateTimeFormatter.ISO_INSTANT.format(expiry);
  }

  private static String millis(Duration took) {
    return String.format(Locale.ROOT, "%.1f ms", took.toNanos() / 1e6);
  }

  private static String readable(Duration pause) {
    return pause
        .truncatedTo(java.time.temporal.ChronoUnit.MILLIS)
        .toString()
        .substring(2)
        .replaceAll("(\\d[HMS])(?!$)", "$1 ")
        .toLowerCase(Locale.ROOT);
  }
}
