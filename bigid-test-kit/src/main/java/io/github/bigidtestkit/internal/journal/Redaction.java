package io.github.bigidtestkit.internal.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bigidtestkit.User;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  static final String GONE = "…";
  private static final String GONE_BYTES = latin(GONE);
  private static final int LONGEST = 1_000;
  private static final int LONG_ENOUGH = 6;

  /** More often nobody encodes, and a text may be long. */
  private static final int LAYERS = 8;

  private static final Pattern ENCODED = Pattern.compile("%(\\p{XDigit}{2})");

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

  static final Pattern SECRET_NAME =
      Pattern.compile(
          "pass(word|wd)?|pwd|secret|((auth|access|refresh|system|user)_?)?token|authorization|api_?key|jwt",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SECRET_VALUE =
      Pattern.compile("(basic|bearer)[ +].*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern SECRET_HEADER =
      Pattern.compile("token|secret|passw|auth|cookie|session|api-?key");

  /** Headers that say how a message is sent, or that have a place of their own. */
  private static final Set<String> OF_CONNECTION =
      Set.of(
          "host",
          "connection",
          "keep-alive",
          "te",
          "expect",
          "upgrade",
          "http2-settings",
          "transfer-encoding",
          "content-length",
          "content-type");

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
    return oneLine(without(TOKEN, raw, bytes(raw)));
  }

  /** A message of a failure, which may have many lines, without passwords and tokens. */
  public String message(String raw) {
    return raw.lines()
        .map(line -> oneLine(without(TOKEN_IN_PROSE, line, bytes(line))))
        .collect(Collectors.joining("\n"));
  }

  /** The text as it came if there is no secret in what it stands for, else that. */
  private String without(Pattern token, String raw, String bytes) {
    String less = bytes;
    for (User user : users.get()) {
      if (!user.tokenOnly()) { // who has no password
        Pattern secret = secrets.computeIfAbsent(user, Redaction::secrets);
        less = secret.matcher(less).replaceAll(GONE_BYTES);
      }
    }
    less = token.matcher(less).replaceAll(m -> latin(shortenSecret(m.group())));
    return less.equals(bytes(raw)) ? raw : new String(less.getBytes(ISO_8859_1), UTF_8);
  }

  /** The bytes that a text stands for, however often it was encoded; a character for each. */
  private static String bytes(String raw) {
    return decoded(latin(raw));
  }

  private static String decoded(String bytes) {
    String decoded = bytes;
    for (int layer = 0; layer < LAYERS && decoded.indexOf('%') >= 0; layer++) {
      decoded = ENCODED.matcher(decoded).replaceAll(Redaction::character);
    }
    return decoded;
  }

  private static String character(MatchResult encoded) {
    int code = Integer.parseInt(encoded.group(1), 16);
    return Matcher.quoteReplacement(Character.toString(code));
  }

  private static String latin(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
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
    String utf8 = bytes(user.password());
    String latin1 = new String(utf8.getBytes(ISO_8859_1), UTF_8);
    String password = "(?:" + literal(utf8) + "|" + literal(latin1) + ")";
    if (user.password().length() < LONG_ENOUGH) {
      password = "(?<![^/&=?,])" + password + "(?![^/&=?,])";
    }
    byte[] credentials = (user.username() + ":" + user.password()).getBytes(UTF_8);
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
    String outer = withoutSecrets(PARAMETER, latin(raw));
    return oneLine(without(TOKEN, raw, withoutSecrets(INNER_PARAMETER, decoded(outer))));
  }

  private static String withoutSecrets(Pattern parameter, String query) {
    return parameter
        .matcher(query)
        .replaceAll(
            m -> Matcher.quoteReplacement(isSecret(m) ? m.group(1) + "=" + GONE_BYTES : m.group()));
  }

  /** The headers of a call that tell something, with lower-case names and without secrets. */
  public Map<String, String> headers(Map<String, String> raw) {
    Map<String, String> shown = new HashMap<>();
    raw.forEach(
        (given, value) -> {
          String name = given.toLowerCase(Locale.ROOT);
          if (!OF_CONNECTION.contains(name)) {
            String less = SECRET_HEADER.matcher(name).find() ? GONE : value(name, value);
            shown.put(shortened(message(name)), shortened(message(less)));
          }
        });
    return shown;
  }

  /** The beginning of a body without secrets; null if it is empty or not UTF-8. */
  public @Nullable String body(@Nullable String contentType, byte[] raw) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    return type.startsWith("application/x-www-form-urlencoded")
        ? SentBody.of(raw, form -> String.valueOf(query(form)))
        : SentBody.of(raw, text -> without(TOKEN_IN_PROSE, text, bytes(text)));
  }

  /** The value of a parameter or header, unless its name is that of a secret. */
  public static String value(String name, String value) {
    boolean secret = SECRET_NAME.matcher(name).matches() || SECRET_VALUE.matcher(value).matches();
    return secret ? GONE : value;
  }

  private static boolean isSecret(MatchResult parameter) {
    return SECRET_NAME.matcher(bytes(parameter.group(1))).matches()
        || SECRET_VALUE.matcher(bytes(parameter.group(2))).matches();
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
