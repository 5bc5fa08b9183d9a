package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.config.Fields;
import io.github.bigidtestkit.internal.config.SandboxJson;
import io.github.bigidtestkit.internal.http.ControlCall;
import io.github.bigidtestkit.internal.http.ControlCall.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call that has found its route.
 *
 * @param bigId the sandbox
 * @param call what came
 * @param variables the values of the variables in the path, decoded
 * @param query the parameters, decoded
 */
record RequestContext(
    FakeBigId bigId, ControlCall call, Map<String, String> variables, Map<String, String> query) {

  private static final List<String> JSON =
      List.of("application/json", "application/merge-patch+json");

  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  @Nullable String parameter(String name) {
    return query.get(name);
  }

  /** A parameter that has to be there. */
  String requiredParameter(String name) {
    String value = query.get(name);
    if (value == null) {
      throw Problem.of(400, "The query parameter [%s] is missing. Add it.".formatted(name));
    }
    return value;
  }

  /** A parameter that is a whole number from one to another. */
  long number(String name, long otherwise, long least, long most) {
    String text = query.get(name);
    if (text == null) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,18}")) {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw Problem.of(
        400,
        "The query parameter [%s] is no whole number from %s to %s. Mend it, or leave it out for %s."
            .formatted(name, least, most, otherwise));
  }

  /** The fields of the JSON object in the body; without a body, of the empty one. */
  Fields body(String... known) {
    return SandboxJson.object("", "", text(), List.of(known));
  }

  /** The body as text; without one, the empty object. */
  String text() {
    byte[] body = call.body();
    if (body == null) {
      throw unreadable(Objects.requireNonNull(call.unreadable()));
    }
    if (body.length == 0) {
      return "{}";
    }
    requireJson();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException otherCharset) {
      throw Problem.of(400, "The body is not in UTF-8. Send it as UTF-8.");
    }
  }

  private static Problem unreadable(Unreadable body) {
    String cure = body.status() == 413 ? "Send less." : "Send it whole.";
    return Problem.of(body.status(), "%s. %s".formatted(body.why(), cure));
  }

  private void requireJson() {
    String type = String.valueOf(call.header("Content-Type"));
    String media = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (!JSON.contains(media)) {
      throw Problem.of(
              415, "The body is not declared to be JSON. Send Content-Type: application/json.")
          .with("Accept", "application/json");
    }
  }
}
