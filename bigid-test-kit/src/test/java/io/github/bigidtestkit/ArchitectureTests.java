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
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import java.util.Map;
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

  /** Each room, and the rooms that may see it. */
  private static final Map<String, List<String>> SEEN_BY =
      Map.ofEntries(
          Map.entry(
              "token",
              List.of("journal", "server", "config", "control", "junit", "assertj", "spring")),
          Map.entry("fault", List.of("journal", "server", "config", "control", "junit", "assertj")),
          Map.entry("journal", List.of("server", "control", "junit", "assertj")),
          Map.entry("tls", List.of("server", "junit", "standalone")),
          Map.entry(
              "server", List.of("config", "control", "standalone", "junit", "assertj", "spring")),
          Map.entry("config", List.of("control", "standalone", "junit")),
          Map.entry("control", List.of("standalone")),
          Map.entry("junit", List.of("spring")),
          Map.entry("assertj", List.of()),
          Map.entry("spring", List.of()),
          Map.entry("standalone", List.of()));

  @Test
  void rooms_see_only_what_they_may() {
    Architectures.LayeredArchitecture rooms =
        layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String room : SEEN_BY.keySet()) {
      rooms = rooms.layer(room).definedBy(ROOT + room + "..");
    }
    for (var room : SEEN_BY.entrySet()) {
      Architectures.LayeredArchitecture.LayerDependencySpecification wall =
          rooms.whereLayer(room.getKey());
      rooms =
          room.getValue().isEmpty()
              ? wall.mayNotBeAccessedByAnyLayer()
              : wall.mayOnlyBeAccessedByLayers(room.getValue().toArray(String[]::new));
    }
    rooms.check(CLASSES);
  }

  @TestFactory
  Stream<DynamicTest> each_library_is_seen_by_one_room() {
    return Stream.of(
        onlyIn("junit", "org.junit.."),
        onlyIn("assertj", "org.assertj.."),
        onlyIn("spring", "org.springframework.."),
        onlyIn("server", "io.undertow..", "org.xnio.."),
        onlyIn("tls", "org.wildfly.security.."),
        onlyIn("standalone", "picocli.."),
        onlyIn("control", "com.fasterxml.jackson.databind.."),
        onlyIn("token", "com.nimbusds.."));
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
