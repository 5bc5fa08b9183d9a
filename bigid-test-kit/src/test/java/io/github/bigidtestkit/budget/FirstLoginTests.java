package io.github.bigidtestkit.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the first login of a JVM may take, in counts: they are the same on every machine, busy or
 * not, while times are not. Where a change lowers one, lower its limit too.
 */
@Timeout(180)
class FirstLoginTests {

  private static final Pattern LOADED = Pattern.compile(".* (\\S+) source: (.*)");

  /** The classes loaded before the login was answered, each with where it came from. */
  private static List<Matcher> loaded;

  private static List<String> lines;

  @BeforeAll
  static void log_in_once_in_a_fresh_jvm() {
    lines = Child.run(FirstLogin.class, "-Xlog:class+load");
    assertThat(lines).contains(FirstLogin.ANSWERED);
    loaded =
        lines.subList(0, lines.indexOf(FirstLogin.ANSWERED)).stream()
            .map(LOADED::matcher)
            .filter(Matcher::matches)
            .toList();
  }

  @Test
  void it_loads_few_classes_of_the_kit_and_of_its_libraries() {
    assertThat(loaded.stream().filter(type -> type.group(2).startsWith("file:")))
        .hasSizeBetween(200, 520);
  }

  @Test
  void it_loads_few_classes_in_all() {
    assertThat(loaded).hasSizeBetween(1_000, 2_800);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.fasterxml.jackson.databind.",
        "io.github.bigidtestkit.assertj.",
        "io.github.bigidtestkit.junit.",
        "io.undertow.server.protocol.ajp.",
        "io.undertow.server.protocol.http2.",
        "io.undertow.websockets.",
        "java.net.http.",
        "javax.net.ssl.SSLContext",
        "org.assertj.",
        "org.bouncycastle.",
        "org.junit.",
        "sun.security.ssl.SSLContextImpl"
      })
  void it_loads_nothing_that_a_login_does_not_use(String unused) {
    assertThat(loaded.stream().map(type -> type.group(1)))
        .noneMatch(name -> name.startsWith(unused));
  }

  @Test
  void it_has_started_three_threads() {
    assertThat(lines.stream().filter(line -> line.startsWith(FirstLogin.THREAD)))
        .map(line -> line.substring(FirstLogin.THREAD.length()))
        .containsExactlyInAnyOrder(
            "bigid-test-kit I/O-1", "bigid-test-kit I/O-2", "bigid-test-kit Accept");
  }

  @Test
  void no_jar_comes_along_that_nothing_uses() {
    Set<String> used = new TreeSet<>(RuntimeJars.named());
    loaded.stream()
        .map(type -> type.group(2))
        .filter(source -> source.endsWith(".jar"))
        .map(jar -> RuntimeJars.artifact(jar.substring(jar.lastIndexOf('/') + 1)))
        .forEach(used::add);
    assertThat(used).contains("undertow-core", "xnio-nio");
    assertThat(RuntimeJars.all())
        .map(jar -> RuntimeJars.artifact(jar.getFileName().toString()))
        .isSubsetOf(used);
  }
}
