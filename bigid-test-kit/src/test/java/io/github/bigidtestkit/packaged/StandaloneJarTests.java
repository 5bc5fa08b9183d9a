package io.github.bigidtestkit.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar for the command line, run as its users do. */
@Timeout(120)
class StandaloneJarTests {

  private static final String LOGIN = "{\"username\":\"bigid\",\"password\":\"learner\"}";

  @TempDir Path dir;
  private Process process;

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void serves_until_it_is_told_to_stop_and_prints_one_line() throws Exception {
    BufferedReader out = start();
    String line = out.readLine();
    assertThat(line).as(errors()).matches("BIGID_URL=http://127\\.0\\.0\\.1:\\d+/api/v1");
    HttpResponse<String> login = login(line.substring("BIGID_URL=".length()));
    assertThat(login.statusCode()).isEqualTo(200);
    assertThat(login.body()).startsWith("{\"success\":true,").contains("\"auth_token\":\"ey");
    process.toHandle().destroy(); // the process itself would close its streams as well
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(out.readLine()).isNull();
    assertThat(errors()).isEmpty();
    if (process.supportsNormalTermination()) {
      assertThat(process.exitValue()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--https", "--control"})
  void has_everything_inside_that_it_needs(String option) throws Exception {
    assertThat(start(option).readLine()).as(errors()).contains("BIGID_URL=http");
    assertThat(errors()).isEmpty();
  }

  @Test
  void knows_its_version() throws Exception {
    String version = start("--version").readLine();
    assertThat(version).contains(Jars.manifest(Jars.standalone(), "Implementation-Version"));
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private BufferedReader start(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", Jars.standalone().toString()));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectError(dir.resolve("err").toFile()).start();
    return process.inputReader(StandardCharsets.UTF_8);
  }

  private String errors() throws Exception {
    return Files.readString(dir.resolve("err"));
  }

  private static HttpResponse<String> login(String baseUrl) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + "/sessions"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(LOGIN))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
