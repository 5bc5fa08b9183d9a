package io.github.bigidtestkit.internal.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the known word that was probably meant. */
public final class Likeness {

  private Likeness() {}

  /** {@code Did you mean [x]? } if one of the known words is near; otherwise empty. */
  public static String hint(String word, Collection<String> known) {
    String best =
        known.stream().min(Comparator.comparingInt(each -> distance(word, each))).orElse("");
    return isNear(word, best) ? "Did you mean [%s]? ".formatted(best) : "";
  }

  /** Whether a word is probably another one, written wrongly. */
  public static boolean isNear(String word, String known) {
    return distance(word, known) <= Math.max(1, Math.min(word.length(), known.length()) / 3);
  }

  /** {@code user_token_ttl} and {@code user-token-ttl} count as the right word. */
  private static String plain(String word) {
    return word.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
  }

  /** How many letters have to be changed, added, removed or swapped with the next one. */
  public static int distance(String word, String known) {
    String from = plain(word);
    String to = plain(known);
    int[][] distance = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          distance[i][j] = i + j;
          continue;
        }
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
        least = Math.min(least, distance[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          least = Math.min(least, distance[i - 2][j - 2] + 1);
        }
        distance[i][j] = least;
      }
    }
    return distance[from.length()][to.length()];
  }
}
