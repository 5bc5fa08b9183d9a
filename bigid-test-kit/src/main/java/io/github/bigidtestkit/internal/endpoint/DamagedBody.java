package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.fault.PayloadFault;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Damages the body of a true answer. */
public final class DamagedBody {

  private static final int HUGE = 8 * 1024 * 1024;
  private static final String EXTRA =
      "\"unknownToTheContract\":{\"nested\":[1,null,{\"deep\":true}]},";

  /** The field with the token, and the comma before it. */
  private static final Pattern TOKEN = Pattern.compile(",\"(auth_token|systemToken)\":\"[^\"]*\"");

  private DamagedBody() {}

  public static Response of(Response answer, PayloadFault.Kind kind) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    return switch (kind) {
      case MALFORMED_JSON -> answer.withBody(body.substring(0, body.length() / 2));
      case EMPTY_BODY -> answer.withBody("");
      case WRONG_CONTENT_TYPE -> answer.as("text/plain; charset=utf-8");
      case TOKEN_MISSING -> answer.withBody(TOKEN.matcher(body).replaceAll(""));
      case TOKEN_NULL -> answer.withBody(TOKEN.matcher(body).replaceAll(",\"$1\":null"));
      case TOKEN_EMPTY -> answer.withBody(TOKEN.matcher(body).replaceAll(",\"$1\":\"\""));
      case TOKEN_NUMBER -> answer.withBody(TOKEN.matcher(body).replaceAll(",\"$1\":42"));
      case UNKNOWN_FIELDS -> answer.withBody(opened(body, EXTRA));
      case OTHER_CHARSET ->
          answer
              .as("application/json; charset=utf-16")
              .withBody(body.getBytes(StandardCharsets.UTF_16));
      case HUGE_BODY -> answer.withBody(opened(body, "\"padding\":\"" + "x".repeat(HUGE) + "\","));
    };
  }

  /** An object with more in front; bodies that are not a filled object stay as they are. */
  private static String opened(String body, String fields) {
    return body.startsWith("{\"") ? "{" + fields + body.substring(1) : body;
  }
}
