package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.Trust;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.Defective;
import io.github.bigidtestkit.junit.SessionToken;
import io.github.bigidtestkit.junit.SystemToken;
import io.github.bigidtestkit.junit.TrustAnchor;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.token.Tokens;
import java.lang.annotation.Annotation;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * What can be injected: a type of the kit, or any with an annotation of the kit. All others are
 * left to other extensions.
 */
public final class Injection {

  private static final Map<Class<?>, Function<FakeBigId, Object>> BY_TYPE =
      Map.of(
          FakeBigId.class, bigId -> bigId,
          SandboxClock.class, FakeBigId::clock,
          Tokens.class, FakeBigId::tokens,
          Journal.class, FakeBigId::journal,
          Trust.class, FakeBigId::trust);

  private static final Map<Class<?>, Function<FakeBigId, Object>> BASE_URL =
      Map.of(
          URI.class, FakeBigId::baseUrl,
          URL.class, bigId -> url(bigId.baseUrl()),
          String.class, bigId -> bigId.baseUrl().toString());

  private static final Map<Class<?>, Function<FakeBigId, Object>> TRUST_ANCHOR =
      Map.of(
          Path.class, bigId -> bigId.trust().pemFile(),
          String.class, bigId -> bigId.trust().pem(),
          X509Certificate.class, bigId -> bigId.trust().certificate());

  private static final List<Class<? extends Annotation>> ANNOTATIONS =
      List.of(
          BaseUrl.class, TrustAnchor.class, UserToken.class, SessionToken.class, SystemToken.class);

  private Injection() {}

  public static boolean supports(ParameterContext parameter) {
    return ANNOTATIONS.stream().anyMatch(parameter::isAnnotated)
        || parameter.isAnnotated(Defective.class)
        || BY_TYPE.containsKey(parameter.getParameter().getType());
  }

  public static Object value(ParameterContext parameter, FakeBigId bigId) {
    refuseContradiction(parameter);
    Optional<TokenRequest> token = TokenRequest.from(parameter);
    if (token.isPresent()) {
      return token.get().fulfil(parameter, bigId);
    }
    if (parameter.isAnnotated(Defective.class)) {
      throw new ParameterResolutionException(
          message(
              parameter,
              "@Defective",
              "it makes a token defective, but none is asked for. Add @UserToken, @SessionToken or @SystemToken."));
    }
    if (parameter.isAnnotated(BaseUrl.class)) {
      return value(parameter, "@BaseUrl", BASE_URL, "URI, URL or String", bigId);
    }
    if (parameter.isAnnotated(TrustAnchor.class)) {
      return value(
          parameter, "@TrustAnchor", TRUST_ANCHOR, "Path, String or X509Certificate", bigId);
    }
    return value(parameter, "", BY_TYPE, "another type", bigId);
  }

  private static Object value(
      ParameterContext parameter,
      String annotation,
      Map<Class<?>, Function<FakeBigId, Object>> sources,
      String types,
      FakeBigId bigId) {
    Function<FakeBigId, Object> source = sources.get(parameter.getParameter().getType());
    if (source == null) {
      throw wrongType(parameter, annotation, types);
    }
    try {
      return source.apply(bigId);
    } catch (IllegalStateException noTls) {
      throw refused(parameter, annotation, noTls);
    }
  }

  static ParameterResolutionException wrongType(
      ParameterContext parameter, String annotation, String types) {
    String type = parameter.getParameter().getType().getSimpleName();
    return new ParameterResolutionException(
        message(
            parameter,
            annotation,
            "its type [%s] can't take that. Make it %s.".formatted(type, types)));
  }

  static ParameterResolutionException refused(
      ParameterContext parameter, String annotation, RuntimeException cause) {
    String rule = String.valueOf(cause.getMessage());
    return new ParameterResolutionException(message(parameter, annotation, rule), cause);
  }

  /** Why a parameter can't be injected; the annotation is empty if only its type asks for it. */
  private static String message(ParameterContext parameter, String annotation, String rule) {
    return "%s [%s]: %s"
        .formatted(
            annotation.isEmpty() ? "Parameter" : annotation + " on parameter",
            ElementNames.of(parameter.getParameter()),
            rule);
  }

  private static void refuseContradiction(ParameterContext parameter) {
    List<String> present =
        ANNOTATIONS.stream()
            .filter(parameter::isAnnotated)
            .map(annotation -> "@" + annotation.getSimpleName())
            .toList();
    if (present.size() > 1) {
      throw new ParameterResolutionException(
          message(
              parameter, String.join(" and ", present), "they contradict each other. Keep one."));
    }
  }

  private static URL url(URI uri) {
    try {
      return uri.toURL();
    } catch (MalformedURLException neverForHttp) {
      throw new IllegalStateException(neverForHttp);
    }
  }
}
