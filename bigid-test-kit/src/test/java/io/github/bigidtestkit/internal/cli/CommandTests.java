package io.github.bigidtestkit.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command line asks for. */
class CommandTests {

  @TempDir Path dir;

  @Test
  void nothing_is_the_default() throws Exception {
    Parsed parsed = parsed();

    assertThat(parsed.config()).isEqualTo(SandboxConfig.defaults());
    assertThat(parsed.options().bind.getHostAddress()).isEqualTo("127.0.0.1");
    assertThat(parsed.options().control()).isNull();
    assertThat(parsed.options().json).isFalse();
    assertThat(parsed.options().exitOnStdinEof).isFalse();
  }

  @Test
  void everything_that_can_be_said() throws Exception {
    Parsed parsed =
        parsed(
            "--port 8443 --bind 127.0.0.2 --https --host-name bigid.test --host-name *.bigid.test --http2 --cors-origin http://localhost:3000 --cors-origin * --user alice:s3cret:A,B --user bob:hunter2 --dialect deployment --user-token-ttl P7D --session-token-ttl PT8H --system-token-ttl PT15M --pem ca.pem --control --control-key 0123456789abcdef --json --exit-on-stdin-eof"
                .split(" ", -1));

    assertThat(parsed.config())
        .isEqualTo(
            SandboxConfig.builder()
                .port(8443)
                .https(true)
                .hostNames("bigid.test", "*.bigid.test")
                .http2(true)
                .corsOrigins("http://localhost:3000", "*")
                .users(User.of("alice", "s3cret").withPermissions("A", "B"))
                .user("bob", "hunter2")
                .dialect(Dialect.DEPLOYMENT)
                .userTokenTtl(Duration.ofDays(7))
                .sessionTokenTtl(Duration.ofHours(8))
                .systemTokenTtl(Duration.ofMinutes(15))
                .build());
    assertThat(parsed.options().bind.getHostAddress()).isEqualTo("127.0.0.2");
    assertThat(parsed.options().pem).isEqualTo(Path.of("ca.pem"));
    assertThat(parsed.options().control().key()).isEqualTo("0123456789abcdef");
    assertThat(parsed.options().json).isTrue();
    assertThat(parsed.options().exitOnStdinEof).isTrue();
  }

  @Test
  void the_command_line_comes_on_top_of_the_file() throws Exception {
    String file =
        config(
            """
            {"port": 1, "https": true, "hostNames": ["a.test"], "dialect": "DEPLOYMENT", "lockAfter": 3, "lockFor": "PT1M",
             "users": [{"username": "alice", "password": "file"}, {"username": "bob", "password": "file"}]}
            """);

    assertThat(
            parsed("--config", file, "--port", "2", "--host-name", "b.test", "--user", "bob:line")
                .config())
        .isEqualTo(
            SandboxConfig.builder()
                .port(2)
                .https(true)
                .hostNames("a.test", "b.test")
                .dialect(Dialect.DEPLOYMENT)
                .lockout(3, Duration.ofMinutes(1))
                .user("alice", "file")
                .user("bob", "line")
                .build());
  }

  @Test
  void host_names_of_the_file_wait_for_https_of_the_command_line() throws Exception {
    String file = config("{\"hostNames\": [\"a.test\"]}");

    assertThat(parsed("--config", file, "--https").config().hostNames()).containsExactly("a.test");
  }

  @Test
  void addresses_that_others_can_reach_if_that_is_permitted() throws Exception {
    assertThat(parsed("--bind", "0.0.0.0", "--allow-remote").options().bind.isAnyLocalAddress())
        .isTrue();
    assertThat(parsed("--bind", "::1").options().bind.isLoopbackAddress()).isTrue();
  }

  private String config(String text) throws IOException {
    return Files.writeString(dir.resolve("sandbox.json"), text).toString();
  }

  private record Parsed(SandboxConfig config, Command options) {}

  private static Parsed parsed(String... args) {
    List<Parsed> parsed = new ArrayList<>();
    CommandLine line =
        Command.line(
            new Environment(Map.of()),
            InputStream.nullInputStream(),
            (config, options) -> {
              parsed.add(new Parsed(config, options));
              return 0;
            });
    assertThat(line.execute(args)).isZero();
    return parsed.get(0);
  }
}
