package io.github.bigidtestkit.internal.endpoint;

import java.util.List;

/**
 * A path below the base URL in which segments may be variables, such as {@code
 * /ds-connections/{id}}. A variable matches one segment that is not empty.
 */
public record PathTemplate(String text, List<String> segments) implements Comparable<PathTemplate> {

  public static PathTemplate parse(String text) {
    if (!text.startsWith("/")) {
      throw refused(
          text,
          "does not begin with a slash. Write it as it follows the base URL, such as [/ds-connections]");
    }
    if (text.equals(Api.PREFIX) || text.startsWith(Api.PREFIX + "/")) {
      throw refused(text, "repeats the [%s] of the base URL. Leave that off".formatted(Api.PREFIX));
    }
    if (text.contains("?") || text.contains("#")) {
      throw refused(text, "has a query or fragment. Calls match by path alone; leave it off");
    }
    if (text.length() > 1 && text.endsWith("/")) {
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

  public boolean matches(String path) {
    List<String> actual = split(path);
    if (actual.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < actual.size(); i++) {
      String expected = segments.get(i);
      boolean same =
          isVariable(expected) ? !actual.get(i).isEmpty() : expected.equals(actual.get(i));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** Templates with fewer variables come first: where several match, the most literal wins. */
  @Override
  public int compareTo(PathTemplate other) {
    int byVariables = Long.compare(variables(), other.variables());
    return byVariables != 0 ? byVariables : text.compareTo(other.text);
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
    return List.of(path.substring(1).split("/", -1));
  }
}
