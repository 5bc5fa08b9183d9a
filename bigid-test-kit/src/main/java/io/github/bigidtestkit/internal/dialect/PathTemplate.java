package io.github.bigidtestkit.internal.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path below the base URL in which segments may be variables, such as {@code
 * /ds-connections/{id}}. A variable matches one segment that is not empty. A path from the root of
 * the server begins with {@code origin:}, which is its first segment; others begin with an empty
 * one.
 */
public record PathTemplate(String text, List<String> segments) implements Comparable<PathTemplate> {

  private static final String ORIGIN = "origin:";

  public static PathTemplate parse(String text) {
    String path = text.startsWith(ORIGIN) ? text.substring(ORIGIN.length()) : text;
    if (!path.startsWith("/")) {
      throw refused(
          text,
          "does not begin with a slash. Write it as it follows the base URL, such as [/ds-connections]");
    }
    if (path.equals(Api.PREFIX) || path.startsWith(Api.PREFIX + "/")) {
      throw refused(text, "repeats the [%s] of the base URL. Leave that off".formatted(Api.PREFIX));
    }
    if (text.contains("?") || text.contains("#")) {
      throw refused(
          text,
          "has a query or fragment. Leave it off; parameters are given as query, in code by whenQuery");
    }
    if (path.length() > 1 && text.endsWith("/")) {
      throw refused(
          text, "ends in a slash. Leave it off; the dialect says whether calls may have it");
    }
    if (text.equals(Api.SESSIONS) || text.equals(Api.REFRESH)) {
      throw refused(text, "is one of the sandbox's own endpoints. Choose another");
    }
    List<String> segments = split(text);
    for (String segment : segments) {
      boolean braces = segment.contains("{") || segment.contains("}");
      if (braces && !isVariable(segment)) {
        throw refused(
            text, "has braces within a segment. A variable is a whole segment, such as [/{id}]");
      }
    }
    return new PathTemplate(text, segments);
  }

  private static IllegalArgumentException refused(String text, String rule) {
    return new IllegalArgumentException("resource path [%s] %s.".formatted(text, rule));
  }

  /** The path of a call as templates are written, without a slash at its end if that is wanted. */
  public static String target(String wholePath, boolean withoutSlash) {
    String path =
        wholePath.startsWith(Api.PREFIX + "/")
            ? wholePath.substring(Api.PREFIX.length())
            : ORIGIN + wholePath;
    boolean ends = path.endsWith("/") && path.indexOf('/') < path.length() - 1;
    return withoutSlash && ends ? path.substring(0, path.length() - 1) : path;
  }

  public boolean matches(String target) {
    return variables(target) != null;
  }

  /** The values of the variables, or null if the path does not match. */
  public @Nullable Map<String, String> variables(String target) {
    List<String> actual = split(target);
    if (actual.size() != segments.size()) {
      return null;
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < actual.size(); i++) {
      String expected = segments.get(i);
      if (isVariable(expected) && !actual.get(i).isEmpty()) {
        values.put(expected.substring(1, expected.length() - 1), actual.get(i));
      } else if (!expected.equals(actual.get(i))) {
        return null;
      }
    }
    return values;
  }

  /** The same without the names of variables: templates that are equal so match the same paths. */
  public List<String> shape() {
    return segments.stream().map(segment -> isVariable(segment) ? "{}" : segment).toList();
  }

  /** The template with the segments of a path in place of its variables, if it has as many. */
  public String filled(String target) {
    List<String> actual = split(target);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      boolean fill = isVariable(segments.get(i)) && actual.size() == segments.size();
      text.append(i == 0 ? "" : "/").append(fill ? actual.get(i) : segments.get(i));
    }
    return text.toString();
  }

  /**
   * Templates with fewer variables come first, then those whose variables come later: where several
   * match, the most literal wins.
   */
  @Override
  public int compareTo(PathTemplate other) {
    int result = Long.compare(variables(), other.variables());
    for (int i = 0; result == 0 && i < Math.min(segments.size(), other.segments.size()); i++) {
      result = Boolean.compare(isVariable(segments.get(i)), isVariable(other.segments.get(i)));
    }
    return result != 0 ? result : text.compareTo(other.text);
  }

  private long variables() {
    return segments.stream().filter(PathTemplate::isVariable).count();
  }

  private static boolean isVariable(String segment) {
    return segment.length() > 2
        && segment.startsWith("{")
        && segment.indexOf('}') == segment.length() - 1
        && segment.lastIndexOf('{') == 0;
  }

  private static List<String> split(String path) {
    return List.of(path.split("/", -1));
  }
}
