package io.github.bigidtestkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The two floors of the house: one API above, everything else under {@code internal}. */
class ArchitectureTests {

  private static final String ROOT = "io.github.bigidtestkit.";
  private static final String BELOW = ROOT + "internal.";
  private static final int MOST_FILES = 25;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT + "..");

  private static final DescribedPredicate<JavaClass> EXPORTED =
      DescribedPredicate.describe(
          "are public and not internal",
          type ->
              type.getModifiers().contains(JavaModifier.PUBLIC)
                  && !type.getPackageName().startsWith(ROOT + "internal"));

  @TestFactory
  Stream<DynamicTest> each_library_is_seen_by_one_room() {
    return Stream.of(
        onlyIn("org.junit..", ROOT + "junit..", BELOW + "junit.."),
        onlyIn("org.assertj..", ROOT + "assertj..", BELOW + "assertj.."),
        onlyIn("org.springframework..", BELOW + "spring.."),
        onlyIn("io.undertow..", BELOW + "http.."),
        onlyIn("org.xnio..", BELOW + "http.."),
        onlyIn("org.wildfly.security..", BELOW + "tls.."),
        onlyIn("picocli..", BELOW + "cli.."),
        onlyIn("com.fasterxml.jackson..", BELOW + "json.."),
        onlyIn("com.nimbusds..", BELOW + "token.."));
  }

  private static DynamicTest onlyIn(String library, String... rooms) {
    return DynamicTest.dynamicTest(
        library + " is seen by " + String.join(" and ", rooms),
        () ->
            noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES));
  }

  @Test
  void the_rooms_below_have_no_cycles() {
    slices().matching(BELOW + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void the_fake_is_used_by_the_rooms_that_start_it() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "internal..")
        .and()
        .resideOutsideOfPackages(
            BELOW + "control..", BELOW + "junit..", BELOW + "cli..", BELOW + "spring..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(FakeBigId.class)
        .check(CLASSES);
  }

  @Test
  void public_signatures_name_only_the_jdk_the_kit_and_junit() {
    methods()
        .that()
        .areDeclaredInClassesThat(EXPORTED)
        .and()
        .areDeclaredInClassesThat(DescribedPredicate.not(resideInAPackage(ROOT + "assertj..")))
        .and()
        .arePublic()
        .should(nameOnly("java.", "javax.", ROOT, "org.junit."))
        .check(CLASSES);
  }

  @Test
  void public_signatures_of_assertions_name_only_the_jdk_the_kit_and_assertj() {
    methods()
        .that()
        .areDeclaredInClassesThat(EXPORTED)
        .and()
        .areDeclaredInClassesThat(resideInAPackage(ROOT + "assertj.."))
        .and()
        .arePublic()
        .should(nameOnly("java.", ROOT, "org.assertj."))
        .check(CLASSES);
  }

  private static ArchCondition<JavaMethod> nameOnly(String... prefixes) {
    return new ArchCondition<>("name only types of " + String.join(", ", prefixes)) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
            .map(JavaClass::getBaseComponentType)
            .filter(type -> !type.isPrimitive())
            .filter(
                type ->
                    type.getName().startsWith(BELOW)
                        || Stream.of(prefixes).noneMatch(type.getName()::startsWith))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " names " + type.getName())));
      }
    };
  }

  @Test
  void a_package_has_at_most_25_files() {
    Map<String, Long> files =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(files)
        .allSatisfy((room, count) -> assertThat(count).isLessThanOrEqualTo(MOST_FILES));
  }
}
