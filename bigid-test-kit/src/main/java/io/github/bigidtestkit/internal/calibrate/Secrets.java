package io.github.bigidtestkit.internal.calibrate;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be neither printed nor written. Not thread-safe.
 *
 * <p>Of a text only plain words stay: tokens, names of hosts, addresses and identifiers are not
 * words, whether they are known or not. Known secrets that are words are taken out before.
 */
final class Secrets {

  private static final String GONE = "...";
  private static final int MOST_WORDS = 40;
  private static final int SHORT = 4;
  private static final Pattern WORD =
      Pattern.compile(
          "[\"'(\\[]{0,2}([A-Za-z]{1,24}(['-][A-Za-z]{1,24}){0,2}|[1-5]\\d\\d)[\"'.,:;!?)\\]]{0,3}");

  /** Longer ones first: others may be a part of them. */
  private final Map<String, Pattern> known =
      new TreeMap<>(
          Comparator.comparingInt(String::length).reversed().thenComparing(String::compareTo));

  /** Adds a secret, which is found also within a word unless it is very short. */
  void add(String secret) {
    add(secret.strip(), secret.strip().length() < SHORT);
  }

  /** Adds the name of a user or host, and its parts. */
  void addName(String name) {
    for (String part : name.split("[^\\p{L}]+", -1)) {
      add(part.length() < SHORT ? "" : part, true);
    }
    add(name);
  }

  private void add(String secret, boolean wholeWord) {
    if (!secret.isEmpty()) {
      String pattern = Pattern.quote(secret);
      pattern = wholeWord ? "(?<!\\p{L})" + pattern + "(?!\\p{L})" : pattern;
      known.put(secret, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
  }

  /** The words of a text, in printable ASCII. */
  String clean(String text) {
    String less = text;
    for (Pattern secret : known.values()) {
      less = secret.matcher(less).replaceAll(GONE);
    }
    return Stream.of(less.strip().split("\\s+", -1))
        .limit(MOST_WORDS)
        .map(word -> WORD.matcher(word).matches() ? word : GONE)
        .collect(Collectors.joining(" "))
        .replaceAll("\\.\\.\\.( \\.\\.\\.)+", GONE);
  }

  /** The name of a member or claim, if it can be shown. */
  String key(String name) {
    return first("[A-Za-z_][A-Za-z0-9_-]{0,39}$", name).isEmpty() ? GONE : name;
  }

  /** The beginning of a text that matches, if it can be shown; otherwise an empty text. */
  String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    String found = matcher.lookingAt() ? matcher.group() : "";
    return known.values().stream().anyMatch(secret -> secret.matcher(found).find()) ? "" : found;
  }
}
