package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;

/** How a call ended. The page shows it by colour, and by symbol, word and dashes too. */
enum Ending {
  OK("ok", "✓", "ok"),
  REFUSED("refused", "✕", "refused"),
  FAULT("fault", "!", "fault"),
  NO_ANSWER("none", "∅", "no answer");

  /** The class in the style sheet. */
  final String style;

  final String symbol;
  final String word;

  Ending(String style, String symbol, String word) {
    this.style = style;
    this.symbol = symbol;
    this.word = word;
  }

  static Ending of(Exchange exchange) {
    if (exchange.status() == 0) {
      return NO_ANSWER;
    }
    if (exchange.fault() != null) {
      return FAULT;
    }
    return exchange.refused() ? REFUSED : OK;
  }
}
