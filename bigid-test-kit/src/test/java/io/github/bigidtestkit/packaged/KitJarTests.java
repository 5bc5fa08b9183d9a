package io.github.bigidtestkit.packaged;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.bigidtestkit.FakeBigId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** The artifact: the kit with its libraries inside, under names of its own. */
class KitJarTests {

  private static final String ROOT = "io.github.bigidtestkit.";

  private static final String SHADED = ROOT + "internal.shaded.";

  /** The XML configuration of the I/O library, notes for a compiler, parameters of log messages. */
  private static final String LEFT_OUT =
      "(.* -> %1$s(com.fasterxml.jackson.core.io.schubfach|com.fasterxml.jackson.core.internal.shaded.fdp|org.jboss.logging.annotations|org.wildfly.client|org.xnio.Xnio.MBeanHolder).*"
          + "|.*io.undertow.Undertow(Logger|Messages)[$_a-z]* -> %1$sio.undertow.server.handlers.*)";

  private static final ImportOption KIT = location -> !location.contains("/shaded/");

  @Test
  void these_tests_run_against_it() {
    assertThat(FakeBigId.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("/" + Jars.kit().getFileName());
    assertThat(getClass().getResource("/io/undertow/version.properties")).isNull();
    assertThat(getClass().getResource("/com/fasterxml/jackson/core/JsonFactory.class")).isNull();
  }

  @Test
  void is_small() {
    assertThat(Jars.kit()).isRegularFile();
    assertThat(Jars.kit().toFile().length()).isBetween(1_000_000L, 5_500_000L);
  }

  @Test
  void everything_lies_under_the_name_of_the_kit() throws IOException {
    assertThat(Jars.files(Jars.kit()))
        .allMatch(
            name -> name.matches("(META-INF/versions/\\d+/)?io/github/bigidtestkit/.*|META-INF/.*"))
        .noneMatch(name -> name.matches("META-INF/versions/\\d+/(?!io/github/bigidtestkit/).*"));
    assertThat(Jars.manifest(Jars.kit(), "Multi-Release")).isEqualTo("true");
  }

  @Test
  void the_kit_itself_sees_no_library_but_those_inside() throws IOException {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax..",
            ROOT + ".",
            "org.assertj..",
            "org.jspecify..",
            "org.junit..",
            "org.opentest4j..",
            "org.springframework..")
        .check(imported(Jars.kit()));
  }

  @Test
  void nothing_inside_misses_what_was_left_out() {
    StringWriter out = new StringWriter();
    ToolProvider.findFirst("jdeps")
        .orElseThrow()
        .run(
            new PrintWriter(out),
            new PrintWriter(out),
            "--missing-deps",
            "--multi-release",
            "17",
            Jars.kit().toString());
    assertThat(out.toString().lines().filter(line -> line.contains("-> " + ROOT)))
        .allMatch(line -> line.matches(LEFT_OUT.formatted(SHADED)))
        .isNotEmpty();
  }

  @Test
  void a_first_login_needs_nothing_else_on_the_class_path() {
    assertThat(Child.runAlone(FirstLogin.class)).containsExactly(FirstLogin.ANSWERED);
  }

  /**
   * Making one would take a sixth of a first start, for beans of threads that are the kit's own.
   */
  @Test
  void a_first_login_makes_no_server_of_management_beans() {
    assertThat(Child.runAlone(FirstLogin.class, "-Xlog:class+load"))
        .contains(FirstLogin.ANSWERED)
        .anyMatch(line -> line.contains(SHADED + "org.xnio.Xnio "))
        .noneMatch(line -> line.contains("com.sun.jmx.mbeanserver.JmxMBeanServer "));
  }

  @Test
  void offers_all_that_the_kit_was_made_of() throws IOException {
    assertThat(offered(Jars.kit())).isEqualTo(offered(Jars.ownClasses())).hasSizeGreaterThan(300);
  }

  private static Set<String> offered(Path jar) throws IOException {
    Set<String> offered = new TreeSet<>();
    for (JavaClass type : imported(jar)) {
      if (type.getModifiers().contains(JavaModifier.PUBLIC)
          && !type.getName().startsWith(ROOT + "internal.")) {
        type.getMembers().stream()
            .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaMember::getDescription)
            .forEach(offered::add);
      }
    }
    return offered;
  }

  private static JavaClasses imported(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return new ClassFileImporter().withImportOption(KIT).importJar(file);
    }
  }
}
