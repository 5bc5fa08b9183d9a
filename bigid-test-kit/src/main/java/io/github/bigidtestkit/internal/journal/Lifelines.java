package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who stands at the left of the diagram: the client, or each user where there are several. */
final class Lifelines {

  private static final int MOST = 6;
  private static final String UNKNOWN = "user not known";

  private final List<String> users;
  private final List<String> names;

  private Lifelines(List<String> users, List<String> names) {
    this.users = users;
    this.names = names;
  }

  static Lifelines of(List<Exchange> exchanges) {
    Set<String> all = new LinkedHashSet<>();
    boolean unknown = false;
    for (Exchange exchange : exchanges) {
      String user = exchange.user();
      if (user == null) {
        unknown = true;
      } else {
        all.add(user);
      }
    }
    List<String> users = all.stream().limit(MOST).toList();
    if (users.size() < 2) {
      return new Lifelines(
          List.of(), List.of(users.isEmpty() ? "client" : "client: " + users.get(0)));
    }
    List<String> names = new ArrayList<>(users);
    if (all.size() > MOST) {
      names.add("%s others".formatted(all.size() - MOST));
    }
    if (unknown) {
      names.add(UNKNOWN);
    }
    return new Lifelines(users, names);
  }

  List<String> names() {
    return names;
  }

  /** On which lifeline a user is; those who have none of their own share one. */
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
