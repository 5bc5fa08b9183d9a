package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.testing.Expect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxConfigTests {

  @Test
  void has_the_demo_user_and_any_port_by_default() {
    SandboxConfig config = SandboxConfig.defaults();
    assertThat(config.users()).containsExactly(User.DEMO);
    assertThat(config.port()).isZero();
    assertThat(config.dialect()).isEqualTo(Dialect.LENIENT.rules());
    assertThat(config.journalCapacity()).isEqualTo(10_000);
    assertThat(config.resources()).isEmpty();
    assertThat(config.https()).isFalse();
    assertThat(config.hostNames()).isEmpty();
    assertThat(config.http2()).isFalse();
  }

  @Test
  void a_builder_that_starts_from_one_gives_an_equal_one() {
    SandboxConfig config =
        SandboxConfig.builder()
            .user("alice", "s3cret")
            .protect("GET", "/data", "READ", "{}")
            .userTokenTtl(Duration.ofDays(1))
            .sessionTokenTtl(Duration.ofHours(2))
            .systemTokenTtl(Duration.ofMinutes(3))
            .dialect(Dialect.DEPLOYMENT)
            .port(1)
            .journalCapacity(7)
            .https(true)
            .hostNames("bigid.test", "*.bigid.test")
            .http2(true)
            .build();
    assertThat(config.toBuilder().build()).isEqualTo(config);
    assertThat(config).isNotEqualTo(SandboxConfig.defaults());
  }

  @Test
  void copies_its_lists() {
    List<User> users = new ArrayList<>(List.of(User.DEMO));
    Duration ttl = Duration.ofHours(1);
    SandboxConfig config =
        new SandboxConfig(
            users,
            ttl,
            ttl,
            ttl,
            Dialect.LENIENT.rules(),
            0,
            1,
            List.of(),
            null,
            false,
            List.of(),
            false,
            List.of(),
            false,
            List.of());
    users.clear();
    assertThat(config.users()).containsExactly(User.DEMO);
  }

  @Test
  void refuses_what_cannot_be() {
    assertRefused(
        () -> SandboxConfig.builder().user("alice", "a").user("alice", "b").build(),
        "user name [alice] is declared twice. User names must be unique; remove one.");
    assertRefused(
        () ->
            SandboxConfig.builder()
                .protect("GET", "/a", "X", "{}")
                .protect("get", "/a", "Y", "1")
                .build(),
        "resource [GET /a] is declared twice. Method, path, query and headers must be unique; remove one.");
    for (int port : new int[] {-1, 65_536}) {
      assertRefused(
          () -> SandboxConfig.builder().port(port).build(),
          "port [%d] is out of range. Give one from 1 to 65535, or 0 for any that is free."
              .formatted(port));
    }
    assertRefused(
        () -> SandboxConfig.builder().journalCapacity(0).build(),
        "journalCapacity [0] is too small. The journal keeps at least one exchange; leave it out for 10000.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "https://bigid.test",
        "bigid.test:443",
        "bigid..test",
        "-a.test",
        "a b",
        "*.",
        "*",
        "a.*.test",
        "10.0.0.1",
        "::1",
        "b\u00fccher.test"
      })
  void host_names_that_cannot_be_are_refused(String name) {
    assertRefused(
        () -> SandboxConfig.builder().https(true).hostNames(name).build(),
        "host name [%s] is invalid. Give a DNS name such as [bigid.test] or [*.bigid.test], without scheme and port. IP addresses other than loopback never reach the sandbox."
            .formatted(name));
  }

  @Test
  void host_names_that_contradict_are_refused() {
    assertRefused(
        () -> SandboxConfig.builder().https(true).hostNames("a.test", "a.test").build(),
        "host name [a.test] is declared twice. Remove one.");
    assertRefused(
        () -> SandboxConfig.builder().corsOrigins("http://a.test", "http://b.test/").build(),
        "corsOrigins has [http://b.test/], which is not an origin. Give scheme, host and port as the browser sends them, such as [http://localhost:3000], or [*] for any.");
    assertRefused(
        () -> SandboxConfig.builder().hostNames("a.test").build(),
        "hostNames [a.test] are for the certificate, and without https there is none. Set https, or leave them out.");
  }

  @Test
  void users_that_cannot_be_are_refused() {
    assertRefused(
        () -> User.of(" ", "x"),
        "user name [ ] is blank. A user needs a name to log in with; give one.");
    assertRefused(
        () -> User.of("a\nb", "x"), "user name [a?b] has a control character. Remove it.");
    assertRefused(
        () -> User.of("alice", ""),
        "user [alice] has no password. A user needs one to log in with; give it, or make the user tokenOnly.");
    assertRefused(
        () -> User.of("alice", "  "),
        "user [alice] has a blank password. A user needs one to log in with; give it, or make the user tokenOnly.");
    assertRefused(
        () -> new User("carol", "x", "c", List.of(), List.of(), false, true, false, true),
        "user [carol] has a password and is tokenOnly. Who can only come by token has none; remove the password, or set tokenOnly to false.");
    User alice = User.of("alice", "x");
    assertRefused(
        () -> alice.withPermissions(" "),
        "user [alice] has a blank permission. Name it or remove it.");
    assertRefused(
        () -> alice.withPermissions("A", "B", "A"),
        "user [alice] has the permission [A] twice. Remove one.");
    assertRefused(
        () -> alice.withRoleIds(""), "user [alice] has a blank role. Name it or remove it.");
    assertRefused(
        () -> alice.withRoleIds("r", "r"), "user [alice] has the role [r] twice. Remove one.");
  }

  @Test
  void a_user_shows_all_but_the_password() {
    User alice =
        User.of("alice", "s3cret")
            .withFirstName("Alice")
            .withPermissions("READ")
            .withRoleIds("r1")
            .withAdmin(true)
            .withEnabled(false)
            .withLocked(true);
    assertThat(alice)
        .hasToString(
            "User[alice, firstName=Alice, permissions=[READ], roleIds=[r1], admin, disabled, locked]");
  }

  @Test
  void a_user_who_can_only_come_by_token_has_no_password_until_one_is_given() {
    User carol = User.tokenOnly("carol");
    assertThat(carol)
        .hasToString("User[carol, firstName=carol, permissions=[], roleIds=[], token only]");
    assertThat(carol.withAdmin(true).withFirstName("C").withLocked(true).withEnabled(false))
        .matches(User::tokenOnly)
        .matches(user -> user.password().isEmpty());
    assertThat(carol.withPassword("s3cret")).isEqualTo(User.of("carol", "s3cret"));
    assertThat(User.of("carol", "s3cret").withTokenOnly()).isEqualTo(carol);
  }

  @Test
  void a_running_sandbox_can_not_change_its_port_its_capacity_or_its_protocols() {
    try (FakeBigId bigId = FakeBigId.start()) {
      assertRefused(
          () -> bigId.reset(bigId.config().toBuilder().port(1).build()),
          "A running sandbox can't change its port from [0] to [1]. Start another one.");
      assertRefused(
          () -> bigId.reset(bigId.config().toBuilder().journalCapacity(5).build()),
          "A running sandbox can't change its journalCapacity from [10000] to [5]. Start another one.");
      assertRefused(
          () -> bigId.reset(bigId.config().toBuilder().http2(true).build()),
          "A running sandbox can't change its http2 from [false] to [true]. Start another one.");
      assertRefused(
          () ->
              bigId.reset(bigId.config().toBuilder().https(true).hostNames("a", "b.test").build()),
          "A running sandbox can't change its https from [false] to [true]. Start another one.");
      Expect.stillServes(bigId);
    }
  }

  private static void assertRefused(ThrowingCallable misuse, String message) {
    assertThatThrownBy(misuse).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
