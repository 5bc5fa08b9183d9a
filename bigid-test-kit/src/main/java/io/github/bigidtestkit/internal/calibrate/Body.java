package io.github.bigidtestkit.internal.calibrate;

import io.github.bigidtestkit.internal.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a body.
 *
 * @param text JSON with its keys, booleans and messages, the title of an HTML page, or the words of
 *     a text; empty for none
 * @param form the same for bodies that differ in their messages only
 */
record Body(String text, String form) {

  static final Body NONE = new Body("", "");
  private static final int MOST = 30;
  private static final Pattern MESSAGE =
      Pattern.compile("(?i)message|msg|error|status|detail|title|reason|description|code");
  private static final Pattern TITLE = Pattern.compile("(?is)<title>(.{0,200}?)</title>");

  static Body of(String text, Secrets secrets) {
    Object json = json(text);
    if (json instanceof Map || json instanceof Collection) {
      return new Body(written(json, secrets, true), written(json, secrets, false));
    }
    if (text.stripLeading().startsWith("<")) {
      Matcher title = TITLE.matcher(text);
      return new Body(
          "<title>" + (title.find() ? secrets.clean(title.group(1)) : "") + "</title>", "HTML");
    }
    return text.isBlank() ? NONE : new Body(secrets.clean(text), "text");
  }

  /** A value in JSON, or null if the text is none. */
  static @Nullable Object json(String text) {
    try {
      return Json.readAny(text);
    } catch (IOException notJson) {
      return null;
    }
  }

  private static String written(Object value, Secrets secrets, boolean messages) {
    var wrapped = Collections.singletonMap("", kept(value, "", secrets, messages));
    String json = new String(Json.write(wrapped), StandardCharsets.UTF_8);
    return json.substring("{\"\":".length(), json.length() - 1);
  }

  private static @Nullable Object kept(
      @Nullable Object value, String key, Secrets secrets, boolean messages) {
    boolean message = MESSAGE.matcher(key).find();
    if (value instanceof Map<?, ?> members) {
      Map<String, @Nullable Object> kept = messages ? new LinkedHashMap<>() : new TreeMap<>();
      members.keySet().stream()
          .limit(MOST)
          .map(String.class::cast)
          .forEach(
              name ->
                  kept.put(secrets.key(name), kept(members.get(name), name, secrets, messages)));
      return kept;
    }
    if (value instanceof Collection<?> elements) {
      List<@Nullable Object> kept = new ArrayList<>();
      elements.stream().limit(MOST).forEach(each -> kept.add(kept(each, key, secrets, messages)));
      return kept;
    }
    if (value instanceof String text) {
      return messages && message ? secrets.clean(text) : "";
    }
    return value instanceof Number && !message ? 0 : value;
  }
}
