package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of an exchange, as the page of HTML says it. Without secrets, but with names
 * that clients chose: not safe for markup.
 *
 * @param ending {@code ok}, {@code refused}, {@code fault} or {@code no answer}
 * @param reasons fault and refusal; empty for a call that was answered as it should be
 * @param shown the token that was shown and how long it was still good, or null
 * @param issued the token that was issued and until when it is good, or null
 */
public record InWords(
    String ending, List<String> reasons, @Nullable String shown, @Nullable String issued) {

  /** Copies the list. */
  public InWords {
    reasons = List.copyOf(reasons);
  }

  public static InWords of(Exchange exchange) {
    return new InWords(
        Ending.of(exchange).word,
        Words.reasons(exchange),
        Words.shown(exchange),
        Words.issued(exchange));
  }
}
