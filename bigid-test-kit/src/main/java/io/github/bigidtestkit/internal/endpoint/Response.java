package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Answer;
import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.internal.json.Json;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.token.TokenClaims;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer, and what the journal has to know of it.
 *
 * @param status the HTTP status; 0 for no answer
 * @param contentType the content type; empty for none
 * @param facts for the journal
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these or keeps them
public record Response(
    int status, String contentType, Map<String, String> headers, byte[] body, Facts facts) {

  /** As RFC 9110 has it: two digits for each day. Its own names, so that no locale is loaded. */
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .appendText(ChronoField.DAY_OF_WEEK, names("Mon Tue Wed Thu Fri Sat Sun"))
          .appendPattern(", dd ")
          .appendText(
              ChronoField.MONTH_OF_YEAR, names("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"))
          .appendPattern(" uuuu HH:mm:ss 'GMT'")
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static Map<Long, String> names(String inOrder) {
    Map<Long, String> names = new HashMap<>();
    for (String name : inOrder.split(" ", -1)) {
      names.put(names.size() + 1L, name);
    }
    return names;
  }

  /**
   * What the journal has to know besides the answer.
   *
   * @param user who logs in or whose token is shown
   * @param token the token that was shown
   * @param issued what the token in the answer says
   * @param rejection why the call was refused
   */
  public record Facts(
      @Nullable String user,
      @Nullable PresentedToken token,
      @Nullable TokenClaims issued,
      @Nullable Rejection rejection) {

    static final Facts NONE = new Facts(null, null, null, null);
  }

  /** No answer: what a fault leaves that breaks the connection. */
  public static Response none(@Nullable String user) {
    return empty(0).of(user, null, null);
  }

  /** A status and nothing else. */
  static Response empty(int status) {
    return new Response(status, "", Map.of(), new byte[0], Facts.NONE);
  }

  /** What an endpoint grants, as the dialect sends it. */
  static Response granted(DialectRules rules, byte[] body) {
    return sent(rules, 200, null, Map.of(), body);
  }

  /** What a resource answers, as the dialect sends it. */
  static Response of(DialectRules rules, Answer answer) {
    return sent(rules, answer.status(), answer.contentType(), answer.headers(), answer.body());
  }

  /** What the dialect answers to a refused call. */
  static Response refused(Request request, DialectRules.Answer answer, String explanation) {
    String text =
        answer
            .body()
            .replace(DialectRules.METHOD, escaped(request.method()))
            .replace(DialectRules.PATH, escaped(request.path()))
            .replace(DialectRules.EXPLANATION, escaped(explanation));
    return sent(
        request.rules(),
        answer.status(),
        text.isEmpty() ? "" : answer.contentType(),
        answer.headers(),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private static Response sent(
      DialectRules rules,
      int status,
      @Nullable String ownType,
      Map<String, String> more,
      byte[] body) {
    String type = body.length == 0 ? "" : rules.contentType();
    return new Response(
        status, ownType == null ? type : ownType, headers(rules, more, body), body, Facts.NONE);
  }

  /** Some dialects declare as HTML what is JSON, and clients choose parts of it. */
  private static String escaped(String text) {
    return Json.escaped(text).replace("<", "\\u003c");
  }

  private static Map<String, String> headers(
      DialectRules rules, Map<String, String> more, byte[] body) {
    if (rules.headers().isEmpty() && more.isEmpty()) {
      return Map.of();
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(rules.headers());
    headers.putAll(more);
    String tag =
        Integer.toHexString(body.length) + "-" + Integer.toHexString(Arrays.hashCode(body));
    headers.replaceAll((name, value) -> value.replace(DialectRules.ETAG, tag));
    return headers;
  }

  static Response tooMany(String wait) {
    byte[] body =
        "{\"success\":false,\"message\":\"Too many requests\"}".getBytes(StandardCharsets.UTF_8);
    return new Response(429, "application/json", Map.of("Retry-After", wait), body, Facts.NONE);
  }

  /** The same with who called, the token that was shown, and the token that was issued. */
  public Response of(
      @Nullable String user, @Nullable PresentedToken token, @Nullable TokenClaims issued) {
    return new Response(status, contentType, headers, body, new Facts(user, token, issued, null));
  }

  /** The same for who was refused, and why. */
  Response of(Refusal refusal) {
    Facts refused = new Facts(refusal.user(), refusal.token(), null, refusal.rejection());
    return new Response(status, contentType, headers, body, refused);
  }

  /** The same with a token that was shown, though no endpoint has looked at it. */
  public Response showing(@Nullable PresentedToken token) {
    Facts shown = new Facts(facts.user(), token, facts.issued(), facts.rejection());
    return new Response(status, contentType, headers, body, shown);
  }

  Response with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Response(status, contentType, more, body, facts);
  }

  Response withBody(byte[] other) {
    return new Response(status, contentType, headers, other, facts);
  }

  Response withBody(String text) {
    return withBody(text.getBytes(StandardCharsets.UTF_8));
  }

  Response as(String otherContentType) {
    return new Response(status, otherContentType, headers, body, facts);
  }

  /** An instant as headers have it. */
  public static String date(Instant instant) {
    return DATE.format(instant);
  }

  /** The instant in the date of a header, or null if it is no such date. */
  static @Nullable Instant instant(String date) {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    } catch (DateTimeParseException notADate) {
      return null;
    }
  }
}
