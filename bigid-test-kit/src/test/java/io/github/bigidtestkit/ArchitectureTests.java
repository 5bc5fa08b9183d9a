package io.github.bigidtestkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms of the code: who may see whom, and who may see which library. */
class ArchitectureTests {

  private static final String ROOT = "io.github.bigidtestkit.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT + "..");

  @Test
  void rooms_see_only_what_they_may() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("junit")
        .definedBy(ROOT + "junit..")
        .layer("server")
        .definedBy(ROOT + "server..")
        .layer("token")
        .definedBy(ROOT + "token..")
        .layer("tls")
        .definedBy(ROOT + "tls..")
        .layer("fault")
        .definedBy(ROOT + "fault..")
        .layer("journal")
        .definedBy(ROOT + "journal..")
        .layer("config")
        .definedBy(ROOT + "config..")
        .layer("control")
        .definedBy(ROOT + "control..")
        .layer("assertj")
        .definedBy(ROOT + "assertj..")
        .whereLayer("assertj")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("junit")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("control")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("config")
        .mayOnlyBeAccessedByLayers("control", "junit")
        .whereLayer("server")
        .mayOnlyBeAccessedByLayers("config", "control", "junit", "assertj")
        .whereLayer("journal")
        .mayOnlyBeAccessedByLayers("server", "control", "junit", "assertj")
        .whereLayer("token")
        .mayOnlyBeAccessedByLayers("journal", "server", "control", "junit", "assertj")
        .whereLayer("tls")
        .mayOnlyBeAccessedByLayers("server", "junit")
        .whereLayer("fault")
        .mayOnlyBeAccessedByLayers("journal", "server", "config", "control", "junit", "assertj")
        .check(CLASSES);
  }

  @TestFactory
  Stream<DynamicTest> each_library_is_seen_by_one_room() {
    return Stream.of(
        onlyIn("junit", "org.junit.."),
        onlyIn("assertj", "org.assertj.."),
        onlyIn("server", "io.undertow..", "org.xnio.."),
        onlyIn("token", "com.nimbusds.."),
        onlyIn("control", "com.fasterxml.jackson.databind.."),
        onlyIn("tls", "org.wildfly.security.."));
  }

  private static DynamicTest onlyIn(String room, String... library) {
    return DynamicTest.dynamicTest(
        room + " alone sees " + List.of(library),
        () ->
            noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .check(CLASSES));
  }

  @Test
  void public_signatures_name_only_the_jdk_the_kit_and_junit() {
    methods()
        .that()
        .areDeclaredInClassesThat(exported())
        .and()
        .areDeclaredInClassesThat(resideOutsideOfPackage(ROOT + "assertj.."))
        .and()
        .arePublic()
        .should(nameOnly("java.", "javax.", ROOT, "org.junit."))
        .check(CLASSES);
  }

  @Test
  void public_signatures_of_assertions_name_only_the_jdk_the_kit_and_assertj() {
    methods()
        .that()
        .areDeclaredInClassesThat(exported())
        .and()
        .areDeclaredInClassesThat(resideInAPackage(ROOT + "assertj.."))
        .and()
        .arePublic()
        .should(nameOnly("java.", ROOT, "org.assertj."))
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> exported() {
    return DescribedPredicate.describe(
        "are public",
        type -> type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC));
  }

  private static ArchCondition<JavaMethod> nameOnly(String... prefixes) {
    return new ArchCondition<>("name only types of " + List.of(prefixes)) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
            .map(JavaClass::getBaseComponentType)
            .filter(type -> !type.isPrimitive())
            .filter(type -> Stream.of(prefixes).noneMatch(type.getName()::startsWith))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " names " + type.getName())));
      }
    };
  }
}
