package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.journal.Exchange;
import java.util.ArrayList;
import java.util.List;

/**
 * One breach of a rule.
 *
 * @param clause completes "Expected …, but …"
 * @param calls the calls that it is about; may be empty
 */
record Finding(String clause, List<Exchange> calls) {

  /** A finding about the exchanges among the arguments; its clause names them by their numbers. */
  static Finding of(String clause, Object... arguments) {
    List<Exchange> calls = new ArrayList<>();
    List<Object> words = new ArrayList<>();
    for (Object argument : arguments) {
      if (argument instanceof Exchange call) {
        calls.add(call);
        words.add(Words.number(call));
      } else {
        words.add(argument);
      }
    }
    return new Finding(clause.formatted(words.toArray()), calls);
  }
}
