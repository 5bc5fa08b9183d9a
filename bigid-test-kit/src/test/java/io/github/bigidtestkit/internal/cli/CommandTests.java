package io.github.bigidtestkit.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command line asks for. */
class CommandTests {

  @TempDir Path dir;

  @Test
  void nothing_is_the_default() throws Exception {
    Options order = order();

    assertThat(order.config()).isEqualTo(SandboxConfig.defaults());
    assertThat(order.bind().getHostAddress()).isEqualTo("127.0.0.1");
    assertThat(order.control()).isFalse();
    assertThat(order.json()).isFalse();
    assertThat(order.exitOnStdinEof()).isFalse();
  }

  @Test
  void everything_that_can_be_said() throws Exception {
    Options order =
        order(
            "--port 8443 --bind 127.0.0.2 --https --host-name bigid.test --host-name *.bigid.test --http2 --user alice:s3cret:A,B --user bob:hunter2 --dialect observed --user-token-ttl P7D --session-token-ttl PT8H --system-token-ttl PT15M --pem ca.pem --control --control-key 0123456789abcdef --json --exit-on-stdin-eof"
                .split(" ", -1));

    assertThat(order.config())
        .isEqualTo(
            SandboxConfig.builder()
                .port(8443)
                .https(true)
                .hostNames("bigid.test", "*.bigid.test")
                .http2(true)
                .users(User.of("alice", "s3cret").withPermissions("A", "B"))
                .user("bob", "hunter2")
                .dialect(Dialect.OBSERVED)
                .userTokenTtl(Duration.ofDays(7))
                .sessionTokenTtl(Duration.ofHours(8))
                .systemTokenTtl(Duration.ofMinutes(15))
                .build());
    assertThat(order.bind().getHostAddress()).isEqualTo("127.0.0.2");
    assertThat(order.pem()).isEqualTo(Path.of("ca.pem"));
    assertThat(order.control()).isTrue();
    assertThat(order.controlKey()).isEqualTo("0123456789abcdef");
    assertThat(order.json()).isTrue();
    assertThat(order.exitOnStdinEof()).isTrue();
  }

  @Test
  void the_command_line_comes_on_top_of_the_file() throws Exception {
    String file =
        config(
            """
            {"port": 1, "https": true, "hostNames": ["a.test"], "dialect": "OBSERVED", "lockAfter": 3, "lockFor": "PT1M",
             "users": [{"username": "alice", "password": "file"}, {"username": "bob", "password": "file"}]}
            """);

    assertThat(
            order("--config", file, "--port", "2", "--host-name", "b.test", "--user", "bob:line")
                .config())
        .isEqualTo(
            SandboxConfig.builder()
                .port(2)
                .https(true)
                .hostNames("a.test", "b.test")
                .dialect(Dialect.OBSERVED)
                .lockout(3, Duration.ofMinutes(1))
                .user("alice", "file")
                .user("bob", "line")
                .build());
  }

  @Test
  void host_names_of_the_file_wait_for_https_of_the_command_line() throws Exception {
    String file = config("{\"hostNames\": [\"a.test\"]}");

    assertThat(order("--config", file, "--https").config().transport().hostNames())
        .containsExactly("a.test");
  }

  @Test
  void addresses_that_others_can_reach_if_that_is_permitted() throws Exception {
    assertThat(order("--bind", "0.0.0.0", "--allow-remote").bind().isAnyLocalAddress()).isTrue();
    assertThat(order("--bind", "::1").bind().isLoopbackAddress()).isTrue();
  }

  private String config(String text) throws IOException {
    return Files.writeString(dir.resolve("sandbox.json"), text).toString();
  }

  private static Options order(String... args) throws Exception {
    List<Options> orders = new ArrayList<>();
    Command command =
        new Command(
            order -> {
              orders.add(order);
              return 0;
            });
    new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
    command.call();
    return orders.get(0);
  }
}
