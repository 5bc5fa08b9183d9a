package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.Trust;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.io.TempDir;

/** What a client needs to trust a sandbox, as parameters. */
class TlsInjectionTests {

  private static Path written;

  @AfterEach
  void forget() {
    written = null;
  }

  @BigIdSandbox(https = true, hostNames = "bigid.test", http2 = true)
  static class TrustingTestCase {

    @Test
    void calls(@BaseUrl URI url, FakeBigId bigId) throws Exception {
      assertThat(url).hasScheme("https");
      var answer =
          bigId.httpClient().send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      X509Certificate shown =
          (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
      assertThat(shown.getSubjectAlternativeNames())
          .extracting(name -> String.valueOf(name.get(1)))
          .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "bigid.test");
    }

    @Test
    void is_given_all(FakeBigId bigId, Trust trust) {
      assertThat(trust).isSameAs(bigId.trust());
    }

    @Test
    void is_given_the_anchor(
        @TrustAnchor Path file,
        @TempDir Path folder,
        @TrustAnchor String pem,
        @TrustAnchor X509Certificate certificate,
        Trust trust) {
      written = file;
      assertThat(file).content().isEqualTo(pem);
      assertThat(folder).isEmptyDirectory();
      assertThat(certificate).isEqualTo(trust.certificate());
    }
  }

  @Test
  void they_are_injected_and_the_file_goes_with_the_sandbox() {
    Run.passes(3, TrustingTestCase.class);
    assertThat(Files.exists(written)).isFalse();
  }

  @BigIdSandbox
  static class ClearTestCase {
    @Test
    void calls(@BaseUrl URI url, FakeBigId bigId) throws Exception {
      var answer =
          bigId.httpClient().send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }
  }

  @Test
  void the_client_calls_a_sandbox_without_tls_too() {
    Run.passes(1, ClearTestCase.class);
  }

  private static void refused(Class<?> testCase, String message) {
    assertThat(Run.onlyFailure(testCase))
        .isExactlyInstanceOf(ParameterResolutionException.class)
        .hasMessage(message);
  }

  @BigIdSandbox
  static class NoTrustTestCase {
    @Test
    void test(Trust p) {}
  }

  @BigIdSandbox
  static class NoAnchorTestCase {
    @Test
    void test(@TrustAnchor Path p) {}
  }

  @BigIdSandbox(https = true)
  static class WrongTypeTestCase {
    @Test
    void test(@TrustAnchor int p) {}
  }

  @BigIdSandbox(https = true)
  static class TwiceTestCase {
    @Test
    void test(@TrustAnchor @BaseUrl String p) {}
  }

  @Test
  void without_tls_there_is_nothing_to_trust() {
    String cure =
        "This sandbox speaks HTTP without TLS, so there is nothing to trust. Say https = true in @BigIdSandbox, or https(true) in its SandboxConfig.";
    refused(
        NoTrustTestCase.class,
        "Parameter [Trust p of TlsInjectionTests.NoTrustTestCase.test]: " + cure);
    refused(
        NoAnchorTestCase.class,
        "@TrustAnchor on parameter [Path p of TlsInjectionTests.NoAnchorTestCase.test]: " + cure);
  }

  @Test
  void an_anchor_has_its_types_and_stands_alone() {
    refused(
        WrongTypeTestCase.class,
        "@TrustAnchor on parameter [int p of TlsInjectionTests.WrongTypeTestCase.test]: its type [int] can't take that. Make it Path, String or X509Certificate.");
    refused(
        TwiceTestCase.class,
        "@BaseUrl and @TrustAnchor on parameter [String p of TlsInjectionTests.TwiceTestCase.test]: they contradict each other. Keep one.");
  }

  @BigIdSandbox(https = true)
  static class BarePathTestCase {
    @Test
    void test(Path p) {}
  }

  @Test
  void a_path_without_an_annotation_is_left_to_others() {
    assertThat(Run.onlyFailure(BarePathTestCase.class))
        .isExactlyInstanceOf(ParameterResolutionException.class)
        .hasMessageStartingWith("No ParameterResolver registered for parameter");
  }
}
