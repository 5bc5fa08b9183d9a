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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * What can be injected: a type of the kit, or any with an annotation of the kit. All others are
 * left to other extensions.
 */
public final class Injection {

  private static final Set<Class<?>> TYPES =
      Set.of(FakeBigId.class, SandboxClock.class, Tokens.class, Journal.class, Trust.class);

  private static final List<Class<? extends Annotation>> ANNOTATIONS =
      List.of(
          BaseUrl.class, TrustAnchor.class, UserToken.class, SessionToken.class, SystemToken.class);

  private Injection() {}

  public static boolean supports(ParameterContext parameter) {
    return TYPES.contains(parameter.getParameter().getType())
        || !annotations(parameter).isEmpty()
        || parameter.isAnnotated(Defective.class);
  }

  public static Object value(ParameterContext parameter, FakeBigId bigId) {
    refuseContradiction(parameter);
    TokenRequest token = TokenRequest.from(parameter);
    if (token != null) {
      return token.fulfil(parameter, bigId);
    }
    if (parameter.isAnnotated(Defective.class)) {
      throw new ParameterResolutionException(
          message(
              parameter,
              "@Defective",
              "it makes a token defective, but none is asked for. Add @UserToken, @SessionToken or @SystemToken."));
    }
    Class<?> type = parameter.getParameter().getType();
    if (parameter.isAnnotated(BaseUrl.class)) {
      Object url = baseUrl(type, bigId.baseUrl());
      return required(url, parameter, "@BaseUrl", "URI, URL or String");
    }
    boolean anchor = parameter.isAnnotated(TrustAnchor.class);
    try {
      return anchor
          ? required(
              trustAnchor(type, bigId.trust()),
              parameter,
              "@TrustAnchor",
              "Path, String or X509Certificate")
          : handle(type, bigId);
    } catch (IllegalStateException noTls) {
      throw refused(parameter, anchor ? "@TrustAnchor" : "", noTls);
    }
  }

  private static Object handle(Class<?> type, FakeBigId bigId) {
    if (type == SandboxClock.class) {
      return bigId.clock();
    }
    if (type == Tokens.class) {
      return bigId.tokens();
    }
    if (type == Journal.class) {
      return bigId.journal();
    }
    return type == Trust.class ? bigId.trust() : bigId;
  }

  private static @Nullable Object baseUrl(Class<?> type, URI url) {
    if (type == String.class) {
      return url.toString();
    }
    return type == URI.class ? url : type == URL.class ? url(url) : null;
  }

  private static @Nullable Object trustAnchor(Class<?> type, Trust trust) {
    if (type == String.class) {
      return trust.pem();
    }
    return type == Path.class
        ? trust.pemFile()
        : type == X509Certificate.class ? trust.certificate() : null;
  }

  private static Object required(
      @Nullable Object value, ParameterContext parameter, String annotation, String types) {
    if (value == null) {
      throw wrongType(parameter, annotation, types);
    }
    return value;
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
    List<String> present = annotations(parameter);
    if (present.size() > 1) {
      throw new ParameterResolutionException(
          message(
              parameter, String.join(" and ", present), "they contradict each other. Keep one."));
    }
  }

  private static List<String> annotations(ParameterContext parameter) {
    List<String> present = new ArrayList<>();
    for (Class<? extends Annotation> annotation : ANNOTATIONS) {
      if (parameter.isAnnotated(annotation)) {
        present.add("@" + annotation.getSimpleName());
      }
    }
    return present;
  }

  private static URL url(URI uri) {
    try {
      return uri.toURL();
    } catch (MalformedURLException neverForHttp) {
      throw new IllegalStateException(neverForHttp);
    }
  }
}
