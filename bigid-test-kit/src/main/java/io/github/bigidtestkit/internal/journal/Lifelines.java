package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lifelines at the left of the diagram: of the client, or of each user if there are several.
 *
 * @param users who has a lifeline of their own; empty if all share one
 * @param names the names of the lifelines
 */
record Lifelines(List<String> users, List<String> names) {

  private static final int MOST = 6;

  static Lifelines of(List<Exchange> exchanges) {
    List<String> all =
        exchanges.stream().map(Exchange::user).filter(Objects::nonNull).distinct().toList();
    if (all.size() < 2) {
      return new Lifelines(List.of(), List.of(all.isEmpty() ? "client" : "client: " + all.get(0)));
    }
    List<String> users = all.stream().limit(MOST).toList();
    List<String> names = new ArrayList<>(users);
    if (all.size() > MOST) {
      names.add("%s others".formatted(all.size() - MOST));
    }
    if (exchanges.stream().anyMatch(exchange -> exchange.user() == null)) {
      names.add("user not known");
    }
    return new Lifelines(users, names);
  }

  /** The lifeline of a user; those who have none of their own share one. */
  int indexOf(@Nullable String user) {
    if (users.isEmpty()) {
      return 0;
    }
    if (user == null) {
      return names.size() - 1;
    }
    int own = users.indexOf(user);
    return own < 0 ? users.size() : own;
  }
}
