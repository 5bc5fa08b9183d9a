package io.github.bigidtestkit.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the two jars have in common. */
class JarsTests {

  static Stream<Path> both() {
    return Stream.of(Jars.kit(), Jars.standalone());
  }

  @ParameterizedTest
  @MethodSource("both")
  void leave_out_what_is_true_of_the_libraries_own_jars_only(Path jar) throws IOException {
    assertThat(Jars.files(jar))
        .doesNotHaveDuplicates()
        .noneMatch(name -> name.endsWith("module-info.class"))
        .noneMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA|LIST|idx)"));
  }

  @ParameterizedTest
  @MethodSource("both")
  void can_be_modules(Path jar) {
    assertThat(ModuleFinder.of(jar).findAll())
        .map(module -> module.descriptor().name())
        .containsExactly(
            jar.equals(Jars.kit())
                ? "io.github.bigidtestkit"
                : "io.github.bigidtestkit.standalone");
  }

  @ParameterizedTest
  @MethodSource("both")
  void name_every_library_inside(Path jar) throws IOException {
    List<String> inside =
        Jars.files(jar).stream()
            .filter(name -> name.matches("META-INF/maven/.*/pom.properties"))
            .map(name -> name.split("/", -1))
            .map(path -> path[2] + ":" + path[3])
            .filter(name -> !name.equals("io.github.bigidtestkit:bigid-test-kit"))
            .toList();
    assertThat(Jars.text(jar, "META-INF/THIRD-PARTY.txt").lines())
        .containsAll(inside)
        .hasSizeGreaterThan(15);
  }

  @ParameterizedTest
  @MethodSource("both")
  void carry_licences_and_notices(Path jar) throws IOException {
    assertThat(Jars.text(jar, "META-INF/LICENSE")).contains("Apache License");
    assertThat(Jars.text(jar, "META-INF/NOTICE")).contains("Jackson", "FastDoubleParser");
    assertThat(Jars.files(jar))
        .contains("META-INF/FastDoubleParser-LICENSE", "META-INF/Schubfach-LICENSE");
  }

  @ParameterizedTest
  @MethodSource("both")
  void have_every_provider_that_a_service_file_names(Path jar) throws IOException {
    List<String> files = Jars.files(jar);
    for (String service : files) {
      if (service.startsWith("META-INF/services/")) {
        Stream<String> providers =
            Jars.text(jar, service).lines().filter(line -> line.matches("\\w.*"));
        assertThat(files)
            .as(service)
            .containsAll(providers.map(name -> name.replace('.', '/') + ".class").toList());
      }
    }
    assertThat(files).anyMatch(name -> name.endsWith("org.xnio.XnioProvider"));
  }
}
