package io.github.bigidtestkit.junit;

import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.server.FakeBigId;
import io.github.bigidtestkit.tls.Trust;
import io.github.bigidtestkit.token.SandboxClock;
import io.github.bigidtestkit.token.Tokens;
import java.lang.annotation.Annotation;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What can be injected: by exact type, or by an annotation that says what is meant. */
final class Injection {

  private static final Set<Class<?>> BY_TYPE =
      Set.of(
          FakeBigId.class,
          SandboxClock.class,
          Tokens.class,
          Journal.class,
          Trust.class,
          SSLContext.class,
          X509TrustManager.class,
          HttpClient.class);

  private static final List<Class<? extends Annotation>> ANNOTATIONS =
      List.of(
          BaseUrl.class, TrustAnchor.class, UserToken.class, SessionToken.class, SystemToken.class);

  private Injection() {}

  static boolean supports(ParameterContext parameter) {
    return parameter.isAnnotated(BaseUrl.class)
        || parameter.isAnnotated(TrustAnchor.class)
        || TokenRequest.isOn(parameter)
        || BY_TYPE.contains(parameter.getParameter().getType());
  }

  static Object value(ParameterContext parameter, FakeBigId bigId) {
    refuseContradiction(parameter);
    TokenRequest token = TokenRequest.from(parameter);
    if (token != null) {
      return token.fulfil(parameter, bigId);
    }
    Class<?> type = parameter.getParameter().getType();
    if (parameter.isAnnotated(BaseUrl.class)) {
      return url(parameter, type, bigId.baseUrl());
    }
    boolean anchor = parameter.isAnnotated(TrustAnchor.class);
    try {
      return anchor ? anchor(parameter, type, bigId) : byType(type, bigId);
    } catch (IllegalStateException noTls) { // there is nothing to trust
      throw new ParameterResolutionException(
          "%s [%s]: %s"
              .formatted(
                  anchor ? "@TrustAnchor on parameter" : "Parameter",
                  Place.of(parameter.getParameter()),
                  noTls.getMessage()),
          noTls);
    }
  }

  private static Object url(ParameterContext parameter, Class<?> type, URI url) {
    if (type == URI.class) {
      return url;
    }
    if (type == String.class) {
      return url.toString();
    }
    if (type == URL.class) {
      return url(url);
    }
    throw wrongType(parameter, "@BaseUrl", "URI, URL or String");
  }

  private static Object anchor(ParameterContext parameter, Class<?> type, FakeBigId bigId) {
    if (type == Path.class) {
      return bigId.trust().pemFile();
    }
    if (type == String.class) {
      return bigId.trust().pem();
    }
    if (type == X509Certificate.class) {
      return bigId.trust().certificate();
    }
    throw wrongType(parameter, "@TrustAnchor", "Path, String or X509Certificate");
  }

  private static Object byType(Class<?> type, FakeBigId bigId) {
    if (type == FakeBigId.class) {
      return bigId;
    }
    if (type == SandboxClock.class) {
      return bigId.clock();
    }
    if (type == Tokens.class) {
      return bigId.tokens();
    }
    if (type == Journal.class) {
      return bigId.journal();
    }
    if (type == Trust.class) {
      return bigId.trust();
    }
    if (type == SSLContext.class) {
      return bigId.trust().sslContext();
    }
    if (type == X509TrustManager.class) {
      return bigId.trust().trustManager();
    }
    if (type == HttpClient.class) {
      return bigId.httpClient();
    }
    throw new IllegalArgumentException("not one of " + BY_TYPE + ": " + type);
  }

  static ParameterResolutionException wrongType(
      ParameterContext parameter, String annotation, String types) {
    return refused(
        parameter,
        annotation,
        "its type [%s] can't take that. Make it %s."
            .formatted(parameter.getParameter().getType().getSimpleName(), types),
        null);
  }

  static ParameterResolutionException refused(
      ParameterContext parameter, String annotation, String rule, @Nullable Exception cause) {
    String message =
        "%s on parameter [%s]: %s".formatted(annotation, Place.of(parameter.getParameter()), rule);
    return cause == null
        ? new ParameterResolutionException(message)
        : new ParameterResolutionException(message, cause);
  }

  private static void refuseContradiction(ParameterContext parameter) {
    List<String> present = new ArrayList<>();
    for (Class<? extends Annotation> annotation : ANNOTATIONS) {
      if (parameter.isAnnotated(annotation)) {
        present.add("@" + annotation.getSimpleName());
      }
    }
    if (present.size() > 1) {
      throw refused(
          parameter, String.join(" and ", present), "they contradict each other. Keep one.", null);
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
