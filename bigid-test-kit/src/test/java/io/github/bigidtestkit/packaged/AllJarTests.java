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
import io.github.bigidtestkit.budget.Child;
import io.github.bigidtestkit.budget.FirstLogin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar to use beside other versions of the kit's libraries. */
class AllJarTests {

  private static final String ROOT = "io.github.bigidtestkit.";

  private static final ImportOption KIT = location -> !location.contains("/shaded/");

  @Test
  void these_tests_run_against_it() {
    assertThat(FakeBigId.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("-all.jar");
    assertThat(getClass().getResource("/io/undertow/version.properties")).isNull();
    assertThat(getClass().getResource("/com/fasterxml/jackson/core/JsonFactory.class")).isNull();
  }

  @Test
  void everything_lies_under_the_name_of_the_kit() throws IOException {
    assertThat(Jars.files(Jars.all()))
        .allMatch(
            name -> name.matches("(META-INF/versions/\\d+/)?io/github/bigidtestkit/.*|META-INF/.*"))
        .noneMatch(name -> name.matches("META-INF/versions/\\d+/(?!io/github/bigidtestkit/).*"));
    assertThat(Jars.manifest(Jars.all(), "Multi-Release")).isEqualTo("true");
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
        .check(imported(Jars.all()));
  }

  /**
   * Making one would take a sixth of a first start, for beans of threads that are the kit's own.
   */
  @Test
  void a_first_login_makes_no_server_of_management_beans() {
    assertThat(Child.run(FirstLogin.class, "-Xlog:class+load"))
        .contains(FirstLogin.ANSWERED)
        .anyMatch(line -> line.contains("io.github.bigidtestkit.shaded.org.xnio.Xnio "))
        .noneMatch(line -> line.contains("com.sun.jmx.mbeanserver.JmxMBeanServer "));
  }

  @Test
  void offers_what_the_plain_jar_offers() throws IOException {
    assertThat(offered(Jars.all())).isEqualTo(offered(Jars.plain())).hasSizeGreaterThan(300);
  }

  private static Set<String> offered(Path jar) throws IOException {
    Set<String> offered = new TreeSet<>();
    for (JavaClass type : imported(jar)) {
      if (type.getModifiers().contains(JavaModifier.PUBLIC)
          && !type.getName().startsWith(ROOT + "standalone.")) {
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
