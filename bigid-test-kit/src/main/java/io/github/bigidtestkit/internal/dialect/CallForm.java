package io.github.bigidtestkit.internal.dialect;

import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.LoginFormat;
import io.github.bigidtestkit.TokenScheme;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of a call as dialects accept it or not. Each check gives null if it is accepted. */
public final class CallForm {

  private static final String UNVERIFIED = "; not verified against a deployment";

  private CallForm() {}

  /** Whether a path may end in a slash. */
  public static @Nullable Rejection path(DialectRules rules, String path) {
    return rules.trailingSlash() || !path.endsWith("/")
        ? null
        : new Rejection(
            Reason.NOT_REGISTERED,
            "The path ends in a slash; " + rules.name() + " has no such path");
  }

  /** The method of an exchange. */
  public static @Nullable Rejection exchangeMethod(DialectRules rules, String method) {
    return rules.exchangeMethods().contains(method)
        ? null
        : new Rejection(
            Reason.METHOD_NOT_ALLOWED,
            "Method %s is not allowed for the exchange in %s; allowed is %s%s"
                .formatted(
                    method,
                    rules.name(),
                    String.join(", ", rules.exchangeMethods()),
                    note(rules, "exchangeMethods")));
  }

  /** The way in which a token is sent. */
  public static @Nullable Rejection scheme(
      DialectRules rules, Endpoint endpoint, TokenScheme scheme) {
    boolean exchange = endpoint == Endpoint.REFRESH;
    Set<TokenScheme> accepted = exchange ? rules.exchangeSchemes() : rules.dataSchemes();
    return accepted.contains(scheme)
        ? null
        : new Rejection(
            Reason.WRONG_SCHEME,
            "the token was sent as %s, which %s does not accept; send it as %s%s"
                .formatted(
                    scheme.label(),
                    rules.name(),
                    schemes(accepted),
                    note(rules, exchange ? "exchangeSchemes" : "dataSchemes")));
  }

  private static String schemes(Collection<TokenScheme> schemes) {
    return schemes.stream().sorted().map(TokenScheme::label).collect(Collectors.joining(" or "));
  }

  /** The content type of a login. */
  public static @Nullable Rejection login(DialectRules rules, @Nullable String contentType) {
    LoginFormat format = format(contentType);
    if (format != null && rules.loginFormats().contains(format)) {
      return null;
    }
    String accepted =
        rules.loginFormats().stream()
            .sorted()
            .map(LoginFormat::contentType)
            .collect(Collectors.joining(" or "));
    return new Rejection(
        Reason.UNSUPPORTED_CONTENT_TYPE,
        (contentType == null
                ? "There is no Content-Type header; it must be " + accepted
                : "The Content-Type is [%s]; it must be %s".formatted(type(contentType), accepted))
            + note(rules, "loginFormats"));
  }

  /** The form that a content type announces, or null. */
  public static @Nullable LoginFormat format(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    for (LoginFormat format : LoginFormat.values()) {
      if (format.contentType().equalsIgnoreCase(type)) {
        return format;
      }
    }
    return null;
  }

  /** The media type, without parameters, and as a message may quote it. */
  private static String type(String contentType) {
    String type = contentType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    String beginning = type.length() > 60 ? type.substring(0, 60) + "…" : type;
    return beginning.replaceAll("[^\\x20-\\x7e…]", "?");
  }

  private static String note(DialectRules rules, String rule) {
    return rules.unverified().contains(rule) ? UNVERIFIED : "";
  }
}
