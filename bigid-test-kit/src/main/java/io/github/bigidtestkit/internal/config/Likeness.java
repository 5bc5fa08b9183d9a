package io.github.bigidtestkit.internal.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Finds what somebody probably meant. Internal. */
public final class Likeness {

  private Likeness() {}

  /** {@code Did you mean [x]? } if one of the known words is near; otherwise empty. */
  public static String hint(String word, Collection<String> known) {
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(plain(word), plain(candidate));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    int allowed = Math.max(1, Math.min(word.length(), best.length()) / 3);
    return least <= allowed ? "Did you mean [%s]? ".formatted(best) : "";
  }

  /** {@code user_token_ttl} and {@code user-token-ttl} are as good as the right word. */
  private static String plain(String word) {
    return word.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
  }

  /** How many letters have to be changed, put in, left out or swapped with the next. */
  private static int distance(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    Arrays.setAll(last, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      int[] now = new int[to.length() + 1];
      now[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          now[j] = Math.min(now[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = now;
    }
    return last[to.length()];
  }
}
