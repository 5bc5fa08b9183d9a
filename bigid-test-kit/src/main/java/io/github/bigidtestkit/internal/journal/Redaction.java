package io.github.bigidtestkit.internal.journal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of what clients put into URLs and names: known passwords, whatever looks like a
 * token, and the values of parameters that are named like a secret.
 */
public final class Redaction {

  private static final String GONE = "…";
  private static final int LONGEST = 1_000;
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z0-9_\\-]{16,}(\\.[A-Za-z0-9_\\-]+)+|[A-Za-z0-9_\\-]{40,}");
  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** Control characters, and what else ends a line. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

  private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");

  private static final int LONG_ENOUGH = 6;
  private static final Pattern PARAMETER = Pattern.compile("([^&=?]+)=([^&]*)");
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "pass(word|wd)?|pwd|secret|((auth|access|refresh|system|user)_?)?token|authorization|api_?key|jwt",
          Pattern.CASE_INSENSITIVE);

  private final Collection<String> passwords;

  /**
   * A redaction.
   *
   * @param passwords the passwords that may not appear, empty for none; read at each use
   */
  public Redaction(Collection<String> passwords) {
    this.passwords = passwords;
  }

  /**
   * A path or name without secrets, in one line. What no encoding could hold is left to those who
   * encode it.
   */
  public String text(String raw) {
    String text = raw;
    for (String password : passwords) {
      Pattern secret = occurrences(password);
      if (!password.isEmpty()
          && (secret.matcher(text).find() || secret.matcher(decoded(text)).find())) {
        text = secret.matcher(decoded(text)).replaceAll(GONE);
      }
    }
    return oneLine(
        TOKEN.matcher(text).replaceAll(m -> Matcher.quoteReplacement(shortenSecret(m.group()))));
  }

  /**
   * A text of the sandbox's own, in which what a client sent stands between the first bracket and
   * the last. What is harmless, such as the name of a user, is left as it is.
   */
  public String explanation(String raw, Predicate<String> harmless) {
    int from = raw.indexOf('[') + 1;
    int to = raw.lastIndexOf(']');
    if (from == 0 || to < from || harmless.test(raw.substring(from, to))) {
      return oneLine(raw);
    }
    return raw.substring(0, from) + text(raw.substring(from, to)) + oneLine(raw.substring(to));
  }

  /** A short password is a secret only where it stands alone: it would be found in every word. */
  private static Pattern occurrences(String password) {
    String literal = Pattern.quote(password);
    return Pattern.compile(
        password.length() < LONG_ENOUGH ? "(?<![^/&=?,])" + literal + "(?![^/&=?,])" : literal);
  }

  /** A query string without secrets. */
  public @Nullable String query(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return null;
    }
    return text(PARAMETER.matcher(raw).replaceAll(Redaction::parameter));
  }

  /** The first thousand characters of what clients may make as long as they like. */
  public static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : "%s… (%s characters)".formatted(text.substring(0, LONGEST), text.length());
  }

  private static String parameter(MatchResult m) {
    boolean secret = SECRET_NAME.matcher(decoded(m.group(1))).matches();
    return Matcher.quoteReplacement(m.group(1) + "=" + (secret ? GONE : m.group(2)));
  }

  private static String decoded(String text) {
    String encoded = STRAY_PERCENT.matcher(text).replaceAll("%25");
    return text.indexOf('%') < 0 ? text : URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  /** A text in one line that can be written as UTF-8: a question mark for what can't be in one. */
  public static String printable(String text) {
    return HALF_PAIR.matcher(oneLine(text)).replaceAll("?");
  }

  private static String oneLine(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("?");
  }

  /**
   * The first characters of a secret and its length, such as {@code eyJhbG… (212 characters)};
   * never more than a quarter of it.
   */
  public static String shortenSecret(String secret) {
    int shown = Math.min(6, secret.length() / 4);
    // Done for each call, where a format string would take the longest.
    return secret.substring(0, shown) + "… (" + secret.length() + " characters)";
  }
}
