package io.github.bigidtestkit.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.User;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Passwords and keys: how they are given, and that no message repeats them. */
class SecretTests {

  private static final String KEY = "-hS3cret-Key_123~";
  private static final String KEY_RULE =
      " is invalid. The key of the control API must have 16 to 256 letters, digits, or characters of [-_.~]. Choose another one, or leave it out for a random one.";

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pw",
        "=",
        "a=b=",
        "-x",
        "--control",
        "--control=x",
        "@file",
        "#1",
        "a b",
        " a ",
        "\"a\"",
        "'a'",
        "\\",
        "${sys}",
        "$HOME",
        "%s",
        "a,b",
        "jürgen",
        "密码",
        "😀",
        "a\\nb"
      })
  void passwords_with_any_characters(String password) {
    User alice = User.of("alice", password);
    assertThat(users(Map.of(), "--user", "alice:" + password)).containsExactly(alice);
    assertThat(users(Map.of(), "--user=alice:" + password)).containsExactly(alice);
    assertThat(users(Map.of("BIGID_SANDBOX_USERS", "alice:" + password))).containsExactly(alice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@@a", "-h", "-Vx", "--", "=a", "--user", "a b", "#a", "-x=1", "ü"})
  void names_with_any_characters(String name) {
    User user = User.of(name, "pw");
    assertThat(users(Map.of(), "--user", name + ":pw")).containsExactly(user);
    assertThat(users(Map.of(), "--user=" + name + ":pw")).containsExactly(user);
    assertThat(users(Map.of("BIGID_SANDBOX_USERS", name + ":pw"))).containsExactly(user);
  }

  @Test
  void users_one_a_line() {
    String lines = "alice:a b :P\r\n\n  \nbob:b\n";
    User alice = User.of("alice", "a b ").withPermissions("P");
    User bob = User.of("bob", "b");
    assertThat(users(Map.of("BIGID_SANDBOX_USERS", lines), "--user", "eve:e"))
        .containsExactly(alice, bob, User.of("eve", "e"));
  }

  @Test
  void the_command_line_overrides_the_environment() {
    Map<String, String> environment = Map.of("BIGID_SANDBOX_USERS", "alice:a\nbob:b");
    assertThat(users(environment, "--user", "bob:line"))
        .containsExactly(User.of("alice", "a"), User.of("bob", "line"));
    assertThat(
            users(
                environment,
                "--config",
                file("{\"users\": [{\"username\": \"alice\", \"password\": \"file\"}]}")))
        .containsExactly(User.of("bob", "b"), User.of("alice", "file"));
  }

  @Test
  void keys_in_every_way() {
    Map<String, String> environment = Map.of("BIGID_SANDBOX_CONTROL_KEY", KEY);
    String ready = " BIGID_CONTROL_KEY='%s'".formatted(KEY);
    assertThat(Outcome.of("--control", "--control-key", KEY).out()).endsWith(ready);
    assertThat(Outcome.of("--control", "--control-key=" + KEY).out()).endsWith(ready);
    assertThat(Outcome.of(environment, "--control").out()).endsWith(ready);
    assertThat(Outcome.of(environment).out()).doesNotContain("KEY");
    assertThat(Outcome.of(environment, "--control", "--control-key=0123456789abcdef").out())
        .endsWith(" BIGID_CONTROL_KEY=0123456789abcdef");
  }

  @Test
  void invalid_ones_are_refused_with_their_source() {
    String write = " has no password. Write name:password or name:password:PERMISSION,PERMISSION.";
    Outcome.of(Map.of("BIGID_SANDBOX_USERS", "bob:b\n\ns3cret"))
        .refused("BIGID_SANDBOX_USERS, line 3,%s".formatted(write));
    Outcome.of(Map.of("BIGID_SANDBOX_CONTROL_KEY", "s3cret"), "--control")
        .refused("BIGID_SANDBOX_CONTROL_KEY" + KEY_RULE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--user=s3cret",
        "--user s3cret",
        "--user=alice=s3cret",
        "--user= :s3cret",
        "--user:alice:s3cret",
        "--usr=alice:s3cret",
        "--user alice s3cret",
        "-u alice:s3cret",
        "-ualice:s3cret",
        "-ps3cret",
        "-hs3cret",
        "--no-such=s3cret",
        "--no:s3cret",
        "s3cret=x",
        "--s3cret",
        "--control=s3cret",
        "--control s3cret",
        "--control-keys3cret",
        "--control-key:s3cret",
        "--control --control-key s3cret",
        "--control --control-key=s3cret=",
        "--control-key=s3cret",
        "--port --control-key=s3cret",
        "--pem --user=alice:s3cret",
        "--user --control-key=s3cret",
        "--control-key=s3cret --control-key=s3cret",
        "--dialect --user=a:s3cret",
        "--bind --user=s3cret",
        "--json=s3cret",
        "--https=s3cret",
        "-V=s3cret",
        "--help=s3cret",
        "--config --user=s3cret",
        "--user=a:s3cret --user=a:s3cret",
        "--user=:s3cret",
        "--user=\u0000:s3cret",
        "-- --user=a:s3cret"
      })
  void no_message_repeats_one(String args) {
    Outcome outcome = Outcome.of(args.split(" "));
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("bigid-test-kit: ").doesNotContain("s3cret");
  }

  @Test
  void what_the_locale_can_not_decode_is_refused() {
    String message =
        " is not in the encoding of the locale [%s]. Set LC_ALL to a locale that has its encoding, such as [C.UTF-8].";
    Outcome.of(Map.of("LC_ALL", "", "LANG", "C"), "--json", "--user", "j\ufffdrgen:s3cret")
        .refused("Argument 3" + message.formatted("C") + "\nTry --help.");
    Outcome.of(Map.of("BIGID_SANDBOX_USERS", "j\ufffdrgen:s3cret"))
        .refused("BIGID_SANDBOX_USERS" + message.formatted("POSIX"));
  }

  private String file(String text) {
    try {
      return Files.writeString(dir.resolve("secret.txt"), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<User> users(Map<String, String> environment, String... args) {
    List<User> users = new ArrayList<>();
    CommandLine line =
        Command.line(
            new Environment(environment),
            InputStream.nullInputStream(),
            (config, options) -> {
              users.addAll(config.users());
              return 0;
            });
    new Arguments(line.getCommandSpec().optionsMap(), List.of(args), 0).check();
    assertThat(line.execute(args)).isZero();
    return users;
  }
}
