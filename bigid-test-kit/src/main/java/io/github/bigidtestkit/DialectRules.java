package io.github.bigidtestkit;

import io.github.bigidtestkit.internal.config.DialectCheck;
import io.github.bigidtestkit.internal.config.HttpRules;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything in which deployments of BigID differ. Immutable.
 *
 * <p>Own rules are written as differences from a built-in dialect, in code or in a configuration
 * file:
 *
 * <pre>{@code
 * DialectRules acme = Dialect.DEPLOYMENT.rules().toBuilder().name("acme").exchangeMethods("GET", "POST").build();
 * "dialect": {"name": "acme", "basedOn": "DEPLOYMENT", "exchangeMethods": ["GET", "POST"]}
 * }</pre>
 *
 * @param name the name in messages; printable ASCII
 * @param exchangeMethods the HTTP methods that the exchange accepts, in the order of {@code Allow}
 * @param exchangeSchemes how the exchange accepts its token
 * @param dataSchemes how all other calls accept their token
 * @param loginFormats the forms of a login
 * @param trailingSlash whether a path with a slash at its end counts as the path without it
 * @param contentType the content type of all answers that have a body
 * @param headers further headers of all answers; values may contain {@link #ETAG}
 * @param refusals the answer to each kind of refusal; those not given are as in {@link
 *     Dialect#LENIENT}
 * @param unverified the names of those rules that no source has verified; of refusals also single
 *     ones, such as {@code refusals.NOT_FOUND}
 */
public record DialectRules(
    String name,
    List<String> exchangeMethods,
    Set<TokenScheme> exchangeSchemes,
    Set<TokenScheme> dataSchemes,
    Set<LoginFormat> loginFormats,
    boolean trailingSlash,
    String contentType,
    Map<String, String> headers,
    Map<RefusalKind, Answer> refusals,
    Set<String> unverified) {

  /** In the body of an answer: why the call was refused, escaped as in a JSON string. */
  public static final String EXPLANATION = "${explanation}";

  /** In the body of an answer: the HTTP method of the call. */
  public static final String METHOD = "${method}";

  /** In the body of an answer: the path of the call, escaped as in a JSON string. */
  public static final String PATH = "${path}";

  /** In the value of a header: a value that is equal for equal bodies. */
  public static final String ETAG = "${etag}";

  /**
   * The answer to a refused call.
   *
   * @param status the HTTP status, from 200 to 599
   * @param contentType the content type, or null for that of the dialect
   * @param headers further headers
   * @param body the body, empty for none; may contain {@link #EXPLANATION}, {@link #METHOD} and
   *     {@link #PATH}
   */
  public record Answer(
      int status, @Nullable String contentType, Map<String, String> headers, String body) {

    /**
     * Validates and copies.
     *
     * @throws IllegalArgumentException if the status or a header is invalid, or if a placeholder is
     *     not known
     */
    public Answer {
      headers = Map.copyOf(headers);
      HttpRules.requireStatus(status);
      HttpRules.requireHeader("Content-Type", contentType == null ? "" : contentType);
      DialectCheck.requireHeaders(headers);
      DialectCheck.requirePlaceholders(body, EXPLANATION, METHOD, PATH);
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
      return new Answer(status, null, Map.of(), "");
    }

    /** An answer with the body {@code {"success":false,"message":…}} (recording). */
    public static Answer failure(int status, String message) {
      return new Answer(
          status, null, Map.of(), "{\"success\":false,\"message\":\"" + message + "\"}");
    }

    /** An answer with the body {@code {"message":…}} (connector). */
    public static Answer message(int status, String message) {
      return new Answer(status, null, Map.of(), "{\"message\":\"" + message + "\"}");
    }
  }

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException if a value is invalid; the message names the rule, the value
   *     and the cure
   */
  public DialectRules {
    exchangeMethods = List.copyOf(exchangeMethods);
    exchangeSchemes = Set.copyOf(exchangeSchemes);
    dataSchemes = Set.copyOf(dataSchemes);
    loginFormats = Set.copyOf(loginFormats);
    headers = Map.copyOf(headers);
    Map<RefusalKind, Answer> complete = new EnumMap<>(RefusalKind.class);
    for (RefusalKind kind : RefusalKind.values()) {
      complete.put(kind, refusals.getOrDefault(kind, Answer.failure(kind.status, kind.message)));
    }
    refusals = Collections.unmodifiableMap(complete);
    unverified = Set.copyOf(unverified);
    DialectCheck.requireName(name);
    DialectCheck.requireMethods(exchangeMethods);
    DialectCheck.requireSome("exchangeSchemes", exchangeSchemes);
    DialectCheck.requireSome("dataSchemes", dataSchemes);
    DialectCheck.requireSome("loginFormats", loginFormats);
    HttpRules.requireHeader("Content-Type", contentType);
    DialectCheck.requireHeaders(headers);
    DialectCheck.requireRules(unverified);
  }

  /** The answer to a kind of refusal. */
  public Answer refusal(RefusalKind kind) {
    return Objects.requireNonNull(refusals.get(kind));
  }

  /** A builder that starts from these rules. */
  public Builder toBuilder() {
    Builder builder = new Builder(name);
    builder.exchangeMethods = exchangeMethods;
    builder.exchangeSchemes = exchangeSchemes;
    builder.dataSchemes = dataSchemes;
    builder.loginFormats = loginFormats;
    builder.trailingSlash = trailingSlash;
    builder.contentType = contentType;
    builder.headers = headers;
    builder.refusals.putAll(refusals);
    builder.unverified = unverified;
    return builder;
  }

  /** Starts from what is most lenient. No function objects: each first start waits for them. */
  static Builder builder(String name, boolean success) {
    Builder builder = new Builder(name);
    for (RefusalKind kind : RefusalKind.values()) {
      builder.refusals.put(kind, answer(kind.status, kind.message, success));
    }
    return builder;
  }

  private static Answer answer(int status, String message, boolean success) {
    return success ? Answer.failure(status, message) : Answer.message(status, message);
  }

  /** Builds {@link DialectRules}. Not thread-safe. */
  public static final class Builder {
    private String name;
    private List<String> exchangeMethods = List.of("GET", "POST");
    private Set<TokenScheme> exchangeSchemes = Set.of(TokenScheme.values());
    private Set<TokenScheme> dataSchemes = Set.of(TokenScheme.values());
    private Set<LoginFormat> loginFormats = Set.of(LoginFormat.values());
    private boolean trailingSlash = true;
    private String contentType = "application/json";
    private Map<String, String> headers = Map.of();
    private final Map<RefusalKind, Answer> refusals = new EnumMap<>(RefusalKind.class);
    private Set<String> unverified = Set.of();

    private Builder(String name) {
      this.name = name;
    }

    /** Sets the name in messages. */
    public Builder name(String other) {
      name = other;
      return this;
    }

    /** Sets the HTTP methods that the exchange accepts. */
    public Builder exchangeMethods(String... others) {
      exchangeMethods = List.of(others);
      return this;
    }

    /** Sets how the exchange and all other calls accept their token. */
    public Builder tokenSchemes(TokenScheme... others) {
      return exchangeSchemes(others).dataSchemes(others);
    }

    /** Sets how the exchange accepts its token. */
    public Builder exchangeSchemes(TokenScheme... others) {
      exchangeSchemes = Set.copyOf(List.of(others));
      return this;
    }

    /** Sets how calls other than the exchange accept their token. */
    public Builder dataSchemes(TokenScheme... others) {
      dataSchemes = Set.copyOf(List.of(others));
      return this;
    }

    /** Sets the forms of a login that are accepted. */
    public Builder loginFormats(LoginFormat... others) {
      loginFormats = Set.copyOf(List.of(others));
      return this;
    }

    /** Sets whether a path with a slash at its end counts as the path without it. */
    public Builder trailingSlash(boolean other) {
      trailingSlash = other;
      return this;
    }

    /** Sets the content type of all answers that have a body. */
    public Builder contentType(String other) {
      contentType = other;
      return this;
    }

    /** Sets the further headers of all answers. */
    public Builder headers(Map<String, String> others) {
      headers = others;
      return this;
    }

    /** Sets the answer to a kind of refusal; all others stay. */
    public Builder refusal(RefusalKind kind, Answer answer) {
      refusals.put(kind, answer);
      return this;
    }

    Builder refusedCredentials(int status, boolean body) {
      for (RefusalKind kind : RefusalKind.values()) {
        if (kind.status == 401) {
          refusals.put(kind, body ? Answer.failure(status, kind.message) : Answer.empty(status));
        }
      }
      return this;
    }

    /** Sets the names of those rules that no source has verified. */
    public Builder unverified(String... rules) {
      unverified = Set.copyOf(List.of(rules));
      return this;
    }

    /**
     * The rules.
     *
     * @throws IllegalArgumentException as the constructor of {@link DialectRules}
     */
    public DialectRules build() {
      return new DialectRules(
          name,
          exchangeMethods,
          exchangeSchemes,
          dataSchemes,
          loginFormats,
          trailingSlash,
          contentType,
          headers,
          refusals,
          unverified);
    }
  }
}
