package io.github.bigidtestkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The two floors of the house: one API above, everything else under {@code internal}. */
class ArchitectureTests {

  private static final String ROOT = "io.github.bigidtestkit.";
  private static final String BELOW = ROOT + "internal.";

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
