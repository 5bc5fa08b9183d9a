package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.User;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of what clients put into URLs and names: known passwords and Basic credentials,
 * whatever looks like a token, and the values of parameters that are named like a secret. Each is
 * found however an encoder wrote it: by the rule of paths or of forms, once or more often.
 */
public final class Redaction {

  private static final String GONE = "…";
  private static final int LONGEST = 1_000;
  private static final int LONG_ENOUGH = 6;

  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z0-9_\\-]{16,}(?:\\.[A-Za-z0-9_\\-]++)++|[A-Za-z0-9_\\-]{40,}");

  /** In prose, where names of classes and tests look like tokens otherwise. */
  private static final Pattern TOKEN_IN_PROSE =
      Pattern.compile("eyJ[A-Za-z0-9_\\-]{8,}(?:\\.[A-Za-z0-9_\\-]*+)++");

  /** Control characters, and what else ends a line. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

  /** What turns the direction of the text around it. */
  private static final Pattern DIRECTION =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");

  private static final Pattern PARAMETER = Pattern.compile("([^&=?]+)=([^&]*)");

  /** A parameter of a query within a query. */
  private static final Pattern INNER_PARAMETER =
      Pattern.compile("(?<=[?&;#])([^&=?;#]+)=([^&;#]*)");

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "pass(word|wd)?|pwd|secret|((auth|access|refresh|system|user)_?)?token|authorization|api_?key|jwt",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SECRET_VALUE =
      Pattern.compile("(basic|bearer)[ +].*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Supplier<List<User>> users;
  private final Map<User, Pattern> secrets = new ConcurrentHashMap<>();

  /**
   * A redaction.
   *
   * @param users whose passwords may not appear; read at each use
   */
  public Redaction(Supplier<List<User>> users) {
    this.users = users;
  }

  /**
   * A path or name without secrets, in one line. What no encoding could hold is left to those who
   * encode it.
   */
  public String text(String raw) {
    return oneLine(without(TOKEN, raw));
  }

  /** A message of a failure, which may have many lines, without passwords and tokens. */
  public String message(String raw) {
    return raw.lines()
        .map(line -> oneLine(without(TOKEN_IN_PROSE, line)))
        .collect(Collectors.joining("\n"));
  }

  private String without(Pattern token, String raw) {
    Decoded text = Decoded.of(raw);
    for (User user : users.get()) {
      if (user.tokenOnly()) {
        continue; // has no password
      }
      Pattern secret = secrets.computeIfAbsent(user, Redaction::secrets);
      String less = text.replace(secret, 0, m -> GONE);
      text = less.equals(text.raw()) ? text : Decoded.of(less);
    }
    return text.replace(token, 0, m -> shortenSecret(m.group()));
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

  /**
   * The password in both charsets that encoders use, and the credentials that carry it. A short
   * password is a secret only where it stands alone: it would be found in every word.
   */
  private static Pattern secrets(User user) {
    String utf8 = Decoded.of(user.password()).bytes();
    String latin1 = new String(utf8.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    String password = "(?:" + literal(utf8) + "|" + literal(latin1) + ")";
    if (user.password().length() < LONG_ENOUGH) {
      password = "(?<![^/&=?,])" + password + "(?![^/&=?,])";
    }
    byte[] credentials = (user.username() + ":" + user.password()).getBytes(StandardCharsets.UTF_8);
    String basic = Base64.getEncoder().withoutPadding().encodeToString(credentials);
    String letters = Pattern.quote(basic).replace("+", "\\E[ +\\-]\\Q").replace("/", "\\E[/_]\\Q");
    return Pattern.compile(password + "|" + letters + "=*");
  }

  /** Forms write a space as a plus. */
  private static String literal(String bytes) {
    return Pattern.quote(bytes).replaceAll("[ +]", Matcher.quoteReplacement("\\E[ +]\\Q"));
  }

  /** A query string without secrets. */
  public @Nullable String query(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return null;
    }
    String outer =
        PARAMETER
            .matcher(raw)
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(m.group(1) + "=" + (isSecret(m) ? GONE : m.group(2))));
    return text(Decoded.of(outer).replace(INNER_PARAMETER, 2, m -> isSecret(m) ? GONE : null));
  }

  private static boolean isSecret(MatchResult parameter) {
    return SECRET_NAME.matcher(Decoded.of(parameter.group(1)).bytes()).matches()
        || SECRET_VALUE.matcher(Decoded.of(parameter.group(2)).bytes()).matches();
  }

  /** The first thousand characters of what clients may make as long as they like. */
  public static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : "%s… (%s characters)".formatted(text.substring(0, LONGEST), text.length());
  }

  /** A text in one line that can be written as UTF-8: a question mark for what can't be in one. */
  public static String printable(String text) {
    return HALF_PAIR.matcher(oneLine(text)).replaceAll("?");
  }

  /**
   * A text in one line that is read from left to right: a question mark for what would end the
   * line, and the number of what would turn the direction.
   */
  public static String oneLine(String text) {
    return DIRECTION
        .matcher(UNPRINTABLE.matcher(text).replaceAll("?"))
        .replaceAll(mark -> "‹U+%04X›".formatted((int) mark.group().charAt(0)));
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
