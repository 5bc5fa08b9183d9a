package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters that others fill are left to them. */
class ForeignParameterTests {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BigIdSandbox(https = true)
  static class SourceTestCase {
    static Stream<HttpClient> clients() {
      return Stream.of(CLIENT);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void takes(HttpClient client, FakeBigId bigId) {
      assertThat(client).isSameAs(CLIENT).isNotSameAs(bigId.httpClient());
    }

    static Stream<Object> values() {
      return Stream.of(
          TokenDefect.EXPIRED,
          TokenKind.USER,
          Endpoint.REFRESH,
          Dialect.LENIENT,
          FaultKind.SERVICE_UNAVAILABLE,
          SandboxConfig.defaults(),
          User.of("alice", "s3cret"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void takes(Object value, @UserToken String token) {
      assertThat(value).isNotEqualTo(token);
    }
  }

  @Test
  void by_a_method_source() {
    Run.passes(8, SourceTestCase.class);
  }

  /** Resolves all types of the JDK that the kit has something of. */
  static final class Resolver implements ParameterResolver {
    private static final List<Class<?>> TYPES =
        List.of(
            HttpClient.class,
            SSLContext.class,
            X509TrustManager.class,
            X509Certificate.class,
            URI.class,
            URL.class,
            Path.class,
            Clock.class,
            String.class,
            Object.class,
            FaultKind.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return TYPES.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == HttpClient.class ? CLIENT : null;
    }
  }

  @BigIdSandbox(https = true)
  @ExtendWith(Resolver.class)
  static class ResolverTestCase {
    @Test
    void takes(
        HttpClient client,
        SSLContext context,
        X509TrustManager manager,
        X509Certificate certificate,
        URI uri,
        URL url,
        Path path,
        Clock clock,
        String text,
        Object any,
        FaultKind kind,
        FakeBigId bigId) {
      assertThat(client).isSameAs(CLIENT);
      assertThat(bigId.isRunning()).isTrue();
    }
  }

  @Test
  void by_another_resolver() {
    Run.passes(1, ResolverTestCase.class);
  }

  @BigIdSandbox(https = true)
  static class NobodyTestCase {
    @Test
    void takes(SSLContext context) {}
  }

  @Test
  void by_nobody() {
    assertThat(Run.onlyFailure(NobodyTestCase.class))
        .isExactlyInstanceOf(ParameterResolutionException.class)
        .hasMessageStartingWith("No ParameterResolver registered for parameter");
  }
}
