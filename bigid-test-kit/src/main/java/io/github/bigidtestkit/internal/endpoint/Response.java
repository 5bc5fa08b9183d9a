package io.github.bigidtestkit.internal.endpoint;

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

  public static final String JSON = "application/json; charset=utf-8";
  static final String HTML = "text/html; charset=utf-8";

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

  static Response json(byte[] body) {
    return new Response(200, JSON, Map.of(), body, Facts.NONE);
  }

  static Response failure(int status, String message) {
    return new Response(status, JSON, Map.of(), failureBody(message), Facts.NONE);
  }

  private static byte[] failureBody(String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", false);
    body.put("message", message);
    return Json.write(body);
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
