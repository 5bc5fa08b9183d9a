package io.github.bigidtestkit.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.internal.config.ConfigFile;
import io.github.bigidtestkit.internal.config.Setting;
import io.github.bigidtestkit.internal.config.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The command, against the kit's own fake and against servers that are none. */
@Timeout(120)
class CalibrateTests {

  private static final String USER = "quentinx";
  private static final String PASSWORD = "hunterpassphrase";
  private static final String HOST = "localhost";

  @TempDir Path dir;
  private HttpServer server;
  private final AtomicInteger calls = new AtomicInteger();

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answers(int status, String body, String... headers) {
    server.createContext(
        "/",
        call -> {
          calls.incrementAndGet();
          call.getRequestBody().readAllBytes();
          for (int i = 0; i < headers.length; i += 2) {
            call.getResponseHeaders().add(headers[i], headers[i + 1]);
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          call.getResponseBody().write(bytes);
          call.close();
        });
  }

  private Outcome ask(String url, String token, String... more) {
    return run(
        Map.of("BIGID_USER_TOKEN", token, "BIGID_USERNAME", USER, "BIGID_PASSWORD", PASSWORD),
        "",
        Stream.concat(Stream.of("--url", url, "--yes", "--pause", "PT0S"), Arrays.stream(more))
            .toArray(String[]::new));
  }

  private Outcome askServer(String... more) {
    return ask(
        "http://%s:%s/api/v1".formatted(HOST, server.getAddress().getPort()), "eyJtoken.a.b", more);
  }

  private static Outcome run(Map<String, String> environment, String in, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = Stream.concat(Stream.of("calibrate"), Stream.of(args)).toArray(String[]::new);
    int exit =
        new Program(
                new Environment(new HashMap<>(environment)),
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                stop -> {})
            .run(all);
    return new Outcome(exit, out.toString().strip(), err.toString().strip());
  }

  private static FakeBigId fake(DialectRules rules, boolean https) {
    return FakeBigId.start(
        SandboxConfig.builder()
            .dialect(rules)
            .https(https)
            .systemTokenTtl(Duration.ofMinutes(17))
            .user(USER, PASSWORD)
            .resources(Resource.of("GET", "/ds-connections").answers("{\"data\":{}}"))
            .build());
  }

  private static String url(FakeBigId bigId) {
    return bigId.baseUrl().toString().replace("127.0.0.1", HOST);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void what_is_written_is_a_configuration_that_compares_as_the_same(Dialect dialect) {
    Path file = dir.resolve("dialect.json");
    try (FakeBigId bigId = fake(dialect.rules(), false)) {
      String token = bigId.tokens().userToken(USER);
      Outcome asked = ask(url(bigId), token, "--write", file.toString(), "--wrong-password");
      Outcome again = ask(url(bigId), token, "--compare", file.toString(), "--wrong-password");

      assertThat(asked.exit()).isZero();
      assertThat(asked.out()).contains("Best match: " + dialect + "\nDifferences from it: none");
      assertThat(again.exit()).as(again.out()).isZero();
      Settings written = ConfigFile.file("f", file.toString());
      assertThat(written.get(Setting.SYSTEM_TOKEN_TTL)).isEqualTo(Duration.ofMinutes(17));
      assertThat(written.get(Setting.SESSION_TOKEN_TTL)).isEqualTo(Duration.ofHours(24));
      assertThat(((DialectRules) written.get(Setting.DIALECT)).exchangeMethods())
          .isEqualTo(dialect.rules().exchangeMethods());
      assertThat(dir.toFile().list()).containsExactly("dialect.json");
    }
  }

  @Test
  void a_change_is_told() throws IOException {
    Path file = dir.resolve("dialect.json");
    try (FakeBigId bigId = fake(Dialect.DEPLOYMENT.rules(), false)) {
      String token = bigId.tokens().userToken(USER);
      ask(url(bigId), token, "--write", file.toString());
      bigId.setDialect(
          Dialect.DEPLOYMENT.rules().toBuilder().exchangeMethods("GET", "POST").build());
      Files.writeString(file, Files.readString(file).replace("PT17M", "PT2H"));

      Outcome changed = ask(url(bigId), token, "--compare", file.toString());

      assertThat(changed.exit()).isEqualTo(3);
      assertThat(changed.out())
          .contains(
              """
              Differences from the file:
                - exchange post raw: granted [true], in calibrated [false]
                - exchange post raw: status [200], in calibrated [404]
              """)
          .endsWith("  - systemTokenTtl [PT17M], in the file [PT2H]");
    }
  }

  @Test
  void nothing_printed_or_written_has_a_secret() throws IOException {
    Path file = dir.resolve("dialect.json");
    String echo =
        "{\"message\":\"%s at %s may not: eyJtoken.a.b %s\",\"host\":\"%s\",\"%s\":1}"
            .formatted(USER, HOST, PASSWORD, HOST, USER);
    answers(401, echo, "WWW-Authenticate", "Bearer realm=\"" + HOST + "\"", "Set-Cookie", "c=oven");
    StringBuilder all = new StringBuilder();
    for (String option : List.of("--json", "--wrong-password")) {
      all.append(askServer(option));
    }
    DialectRules echoing =
        Dialect.DEPLOYMENT.rules().toBuilder()
            .refusal(
                io.github.bigidtestkit.RefusalKind.ACCESS_TOKEN,
                new DialectRules.Answer(401, null, Map.of(), echo))
            .build();
    try (FakeBigId bigId = fake(echoing, false)) {
      String token = bigId.tokens().userToken(USER);
      for (String option : List.of("--json", "--wrong-password")) {
        all.append(ask(url(bigId), token, option, "--write", file.toString()));
      }
      all.append(Files.readString(file));
      assertThat(bigId.journal().refused()).isNotEmpty();
      assertThat(all.toString()).doesNotContain(token, token.substring(token.length() - 20));
    }
    assertThat(all.toString())
        .contains("... at ... may not: ...")
        .doesNotContainIgnoringCase(USER)
        .doesNotContain(PASSWORD, HOST, "127.0.0.1", "eyJ", "oven");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "502|text/html|<html><title>502 Bad Gateway</title>|502, text/html, <title>502 Bad Gateway</title>, probably not of the API itself",
        "200|text/html|<html><title>Files</title>|200, text/html, <title>Files</title>, probably not of the API itself",
        "200|application/json|{\"name\":\"a file\"}|200, application/json, {\"name\":\"\"}",
        "302|text/plain|Moved|302, text/plain, Moved",
        "429|application/json|{\"message\":\"Slow down\"}|429, application/json, {\"message\":\"Slow down\"}, Retry-After: 30, probably not of the API itself",
        "404|text/plain|Cannot GET /api/v1/x|404, text/plain, Cannot GET ...",
      })
  void a_server_that_is_no_deployment(int status, String type, String body, String words) {
    answers(
        status, body, "Content-Type", type, "Location", "http://x.example/", "Retry-After", "30");
    Outcome outcome = askServer();

    assertThat(outcome.exit()).isEqualTo(1);
    String said =
        words.contains("Retry-After")
            ? words
            : words.replaceFirst("(, probably.*)?$", ", Retry-After: 30$1");
    assertThat(outcome.out()).startsWith("exchange get raw         " + said + "\n");
    assertThat(outcome.err())
        .isEqualTo(
            "bigid-test-kit: The deployment issued no token, so little can be said of it. The first call: %s. Check the user token, that --url ends in /api/v1, and the network."
                .formatted(said));
    assertThat(calls.get()).isLessThanOrEqualTo(20);
  }

  @Test
  void nothing_listens() throws IOException {
    server.stop(0);
    noAnswer(askServer(), "nothing accepts connections there");
  }

  @Test
  void a_port_that_accepts_and_says_nothing() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      noAnswer(
          ask(
              "http://%s:%s/api/v1".formatted(HOST, silent.getLocalPort()),
              "token",
              "--timeout",
              "PT0.2S"),
          "no complete answer within the time limit");
    }
  }

  @Test
  void a_name_that_is_not_known() {
    noAnswer(
        ask("https://nowhere.invalid/api/v1", "token"), "the name of the host is not known here");
  }

  @Test
  void a_certificate_that_is_not_trusted_until_it_is_given() {
    try (FakeBigId bigId = fake(Dialect.DEPLOYMENT.rules(), true)) {
      String token = bigId.tokens().userToken(USER);
      noAnswer(
          ask(url(bigId), token), "the certificate is not of a trusted authority; see --ca-pem");
      assertThat(ask(url(bigId), token, "--ca-pem", bigId.trust().pemFile().toString()).exit())
          .isZero();
    }
  }

  @Test
  void an_endless_answer_is_cut() {
    answers(200, "x".repeat(1024 * 1024 + 1));
    noAnswer(askServer(), "the answer is larger than 1 MiB");
  }

  private static void noAnswer(Outcome outcome, String words) {
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out())
        .startsWith("exchange get raw         " + words)
        .contains("not asked, since the calls before had no answer");
    assertThat(outcome.err()).contains("The first call: " + words + ".");
  }

  @Test
  void a_fault_is_a_line_and_not_a_difference() {
    Path file = dir.resolve("dialect.json");
    try (FakeBigId bigId = fake(Dialect.DEPLOYMENT.rules(), false)) {
      String token = bigId.tokens().userToken(USER);
      ask(url(bigId), token, "--write", file.toString());
      for (Fault fault : List.of(Fault.status(503), FaultKind.CONNECTION_RESET_MID_BODY.fault())) {
        try (ActiveFault once =
            bigId.faults().inject(fault).on(Endpoint.REFRESH).times(1).start()) {
          Outcome outcome = ask(url(bigId), token, "--compare", file.toString());

          assertThat(once.struck()).as("%s %s", fault, outcome).isEqualTo(1);
          assertThat(outcome.exit()).isEqualTo(1);
          assertThat(outcome.out()).endsWith("Differences from the file: none");
          assertThat(outcome.err())
              .isEqualTo(
                  "bigid-test-kit: Some calls showed nothing, so the deployment may differ. Run it again.");
        }
      }
    }
  }

  @Test
  void without_yes_no_call_is_made() {
    answers(200, "");
    Outcome outcome =
        run(Map.of(), "", "--url", "http://localhost:" + server.getAddress().getPort());

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .startsWith("These calls would be made, one at a time. Add --yes to make them.")
        .contains("exchange get raw: GET /refresh-access-token")
        .contains("data trailing slash: /ds-connections/?limit=1");
    assertThat(calls).hasValue(0);
  }

  @Test
  void secrets_may_come_from_standard_input() {
    try (FakeBigId bigId = fake(Dialect.LENIENT.rules(), false)) {
      String in = bigId.tokens().userToken(USER) + "\n" + USER + "\n" + PASSWORD + "\n";
      Outcome outcome =
          run(Map.of(), in, "--url", url(bigId), "--yes", "--stdin", "--pause", "PT0S");
      assertThat(outcome.exit()).isZero();
      assertThat(outcome.out()).contains("login json               granted");
    }
  }

  @Test
  void proxies_of_the_environment_are_used() {
    answers(418, "");
    String proxy = "http://127.0.0.1:" + server.getAddress().getPort();
    Map<String, String> token = Map.of("BIGID_USER_TOKEN", "token", "HTTP_PROXY", proxy);
    String[] args = {"--url", "http://localhost:9/api/v1", "--yes", "--pause", "PT0S"};
    assertThat(run(token, "", args).out()).startsWith("exchange get raw         418");
    Map<String, String> without = new HashMap<>(token);
    without.put("NO_PROXY", "example.com, localhost");
    noAnswer(run(without, "", args), "nothing accepts connections there");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--url https://user@host/|--url or --data-path is invalid. Write them as [https://tenant.example/api/v1] and [/ds-connections?limit=1].",
        "--url https://host/api/v1 --data-path x|--url or --data-path is invalid. Write them as [https://tenant.example/api/v1] and [/ds-connections?limit=1].",
        "--url http://192.0.2.1/api/v1|--url would send the token unencrypted to another machine. Use HTTPS.",
        "--url https://host:a/api/v1|--url or --data-path is invalid. Write them as [https://tenant.example/api/v1] and [/ds-connections?limit=1].",
        "--url https://a..b/api/v1|--url or --data-path is invalid. Write them as [https://tenant.example/api/v1] and [/ds-connections?limit=1].",
        "--url https://host/api/v1 --data-path /%zz|--url or --data-path is invalid. Write them as [https://tenant.example/api/v1] and [/ds-connections?limit=1].",
        "--url https://host/api/v1 --yes|BIGID_USER_TOKEN is missing or not a token, or there is only one of BIGID_USERNAME and BIGID_PASSWORD. Set them, or use --stdin.",
        "--url https://host/api/v1 --ca-pem none.pem|--ca-pem can't be read. Name a file with certificates in PEM.",
      })
  void wrong_usage(String args, String message) {
    Outcome outcome = run(Map.of(), "", args.split(" ", -1));
    assertThat(outcome).isEqualTo(new Outcome(2, "", "bigid-test-kit: " + message));
  }

  @Test
  void a_file_that_can_not_be_written() {
    try (FakeBigId bigId = fake(Dialect.LENIENT.rules(), false)) {
      String token = bigId.tokens().userToken(USER);
      String file = dir.resolve("none").resolve("d.json").toString();
      Outcome outcome = ask(url(bigId), token, "--write", file);
      assertThat(outcome.exit()).isEqualTo(1);
      assertThat(outcome.err())
          .isEqualTo(
              "bigid-test-kit: --write can't be written. Name a file in an existing directory.");
    }
  }

  @Test
  void a_token_on_the_command_line_is_refused_and_not_shown() {
    Outcome outcome = run(Map.of(), "", "--url", "https://host/api/v1", "eyJsecret");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("bigid-test-kit: Argument 4 is not known.")
        .doesNotContain("eyJ");
  }
}
