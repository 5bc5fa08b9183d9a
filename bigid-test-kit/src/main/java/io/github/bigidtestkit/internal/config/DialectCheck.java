package io.github.bigidtestkit.internal.config;

import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.RefusalKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the rules of a dialect must comply with. */
public final class DialectCheck {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");

  /** What the sandbox sets itself. */
  private static final Set<String> OWN_HEADERS =
      Set.of("content-type", "content-length", "transfer-encoding", "date", "allow");

  /** The names of the rules. Not by reflection, which would slow the start of each JVM. */
  private static final List<String> RULES =
      List.of(
          "exchangeMethods",
          "exchangeSchemes",
          "dataSchemes",
          "loginFormats",
          "trailingSlash",
          "contentType",
          "headers",
          "refusals");

  private DialectCheck() {}

  public static void requireName(String name) {
    if (name.isBlank() || !name.matches("[\\x20-\\x7e]{1,60}")) {
      throw new IllegalArgumentException(
          "name [%s] is invalid. Give a name of 1 to 60 printable ASCII characters."
              .formatted(name));
    }
  }

  public static void requireMethods(List<String> methods) {
    requireSome("exchangeMethods", methods);
    for (String method : methods) {
      if (!method.matches("[A-Z]{1,20}")) {
        throw new IllegalArgumentException(
            "exchangeMethods %s has [%s], which is not an HTTP method. Write it as [GET]."
                .formatted(methods, method));
      }
    }
    if (Set.copyOf(methods).size() < methods.size()) {
      throw new IllegalArgumentException(
          "exchangeMethods %s has a method twice. Remove one.".formatted(methods));
    }
  }

  public static void requireSome(String rule, Collection<?> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is empty, so no client could pass. Give at least one.".formatted(rule));
    }
  }

  /** Checks the headers that a dialect or an answer adds, and their placeholders. */
  public static void requireHeaders(Map<String, String> headers) {
    Set<String> names = new HashSet<>();
    for (var header : headers.entrySet()) {
      String name = header.getKey();
      HttpRules.requireHeader(name, header.getValue());
      requirePlaceholders(header.getValue(), DialectRules.ETAG);
      if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "header [%s] is set by the sandbox itself. Remove it.".formatted(name));
      }
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "header [%s] is there twice. Remove one.".formatted(name.toLowerCase(Locale.ROOT)));
      }
    }
  }

  /** Checks that a text has no other placeholders. */
  public static void requirePlaceholders(String text, String... known) {
    Matcher found = PLACEHOLDER.matcher(text);
    while (text.contains("${") && found.find()) {
      if (!List.of(known).contains(found.group())) {
        throw new IllegalArgumentException(
            "placeholder [%s] is not known here. Known are %s."
                .formatted(found.group(), Arrays.toString(known)));
      }
    }
  }

  /** Checks the names of rules. */
  public static void requireRules(Collection<String> names) {
    for (String name : names) {
      if (!RULES.contains(name) && !isRefusal(name)) {
        throw new IllegalArgumentException(
            "unverified %s names [%s], which is not a rule. Rules are %s, and refusals by their kind, such as [refusals.NOT_FOUND]."
                .formatted(names, name, RULES));
      }
    }
  }

  private static boolean isRefusal(String name) {
    return Arrays.stream(RefusalKind.values()).anyMatch(kind -> name.equals("refusals." + kind));
  }
}
