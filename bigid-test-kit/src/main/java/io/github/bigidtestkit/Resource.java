package io.github.bigidtestkit;

import io.github.bigidtestkit.internal.config.HttpRules;
import io.github.bigidtestkit.internal.dialect.PathTemplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is behind the login: which calls are meant, and what they are answered. Immutable; the
 * methods return changed copies.
 *
 * <pre>{@code
 * Resource.of("GET", "/data-catalog").requires("permission.tasks.edit").answers("[]").thenAnswers(422, "{}")
 * }</pre>
 *
 * <p>If several resources match a call, the one with the fewest variables in its path applies, then
 * the one whose variables come later, then the one with the most parameters and headers. A HEAD is
 * answered where a GET is, without using up an answer.
 *
 * @param method the HTTP method, in upper case
 * @param path the path below the base URL; segments in braces match any one segment. A path that
 *     begins with {@code origin:}, such as {@code origin:/health}, follows scheme, host and port
 * @param query the parameters that the call must have, decoded; of several values the first counts
 * @param headers the headers that the call must have; names in lower case
 * @param permission the permission that the user of the token must have, or null if any sound
 *     session or system token will do
 * @param answers what one call after the other is answered; <code>{}</code> if none is given, and
 *     empty if there is a function
 * @param ends whether calls after the last answer are refused; otherwise it is repeated
 * @param function gives the answer, or null for the answers
 * @param optional whether a strict sandbox accepts that no call asks for it
 */
public record Resource(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    @Nullable String permission,
    List<Answer> answers,
    boolean ends,
    @Nullable Function<? super ResourceRequest, Answer> function,
    boolean optional)
    implements ResourceSpec<Resource> {

  /** All of RFC 9110 that have an answer of their own, and PATCH. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "x-access-token", "cookie", "proxy-authorization");

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException if the method is none of HTTP, if the path does not begin with
   *     a slash, repeats {@code /api/v1}, has a query or is an endpoint of the sandbox, if the
   *     permission is blank, or if a header can't be sent or holds credentials
   */
  public Resource {
    method = method.toUpperCase(Locale.ROOT);
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException(
          "resource method [%s] is not an HTTP method. Write one such as [GET].".formatted(method));
    }
    PathTemplate.parse(path);
    if (permission != null && permission.isBlank()) {
      throw new IllegalArgumentException(
          "resource [%s %s] asks for a blank permission. Name it, or leave it out."
              .formatted(method, path));
    }
    query = Collections.unmodifiableMap(new TreeMap<>(query));
    headers = checked(headers);
    answers = answers.isEmpty() && function == null ? List.of(Answer.json("{}")) : answers;
    answers = function == null ? List.copyOf(answers) : List.of();
  }

  private static Map<String, String> checked(Map<String, String> headers) {
    Map<String, String> lower = new TreeMap<>();
    headers.forEach(
        (name, value) -> {
          HttpRules.requireHeader(name, value);
          lower.put(name.toLowerCase(Locale.ROOT), value);
        });
    for (String name : lower.keySet()) {
      if (CREDENTIALS.contains(name)) {
        throw new IllegalArgumentException(
            "header [%s] holds credentials, which a resource can't match. Use a permission, or leave it out."
                .formatted(name));
      }
    }
    return Collections.unmodifiableMap(lower);
  }

  /** A resource that any valid token may read, and that answers <code>{}</code>. */
  public static Resource of(String method, String path) {
    return new Resource(method, path, Map.of(), Map.of(), null, List.of(), false, null, false);
  }

  /** The calls that are meant, such as {@code GET /a?x=1 with x-tenant: b}. */
  public String call() {
    return method
        + " "
        + path
        + joined("?", query, "=", "&")
        + joined(" with ", headers, ": ", " and ");
  }

  private static String joined(
      String before, Map<String, String> values, String is, String between) {
    return values.isEmpty()
        ? ""
        : values.entrySet().stream()
            .map(value -> value.getKey() + is + value.getValue())
            .collect(Collectors.joining(between, before, ""));
  }

  @Override
  public Resource change(UnaryOperator<Resource> change) {
    return change.apply(this);
  }

  Resource withQuery(String name, String value) {
    Map<String, String> more = new TreeMap<>(query);
    more.put(name, value);
    return new Resource(method, path, more, headers, permission, answers, ends, function, optional);
  }

  Resource withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Resource(method, path, query, more, permission, answers, ends, function, optional);
  }

  Resource withPermission(String other) {
    return new Resource(method, path, query, headers, other, answers, ends, function, optional);
  }

  Resource withAnswers(List<Answer> others, boolean end) {
    return new Resource(method, path, query, headers, permission, others, end, null, optional);
  }

  Resource withAnswer(Answer next) {
    List<Answer> more = new ArrayList<>(answers);
    more.add(next);
    return withAnswers(more, ends);
  }

  Resource withFunction(Function<? super ResourceRequest, Answer> other) {
    return new Resource(
        method, path, query, headers, permission, List.of(), false, other, optional);
  }

  Resource withoutDuty() {
    return new Resource(method, path, query, headers, permission, answers, ends, function, true);
  }
}
