package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;

/** What has to be on the class path, and once only. Otherwise tests would fail in riddles. */
final class ClassPath {

  private static final String KIT = FakeBigId.class.getName().replace('.', '/') + ".class";

  /** Came with JUnit 5.10. */
  private static final String NEWEST = "org.junit.jupiter.api.extension.AnnotatedElementContext";

  /** What is wrong with the class path of this JVM, or null. It does not change. */
  private static final @Nullable String PROBLEM =
      problem(Objects.requireNonNull(ClassPath.class.getClassLoader()));

  private ClassPath() {}

  /**
   * Refuses a class path that can't do.
   *
   * @throws JUnitException with the cure
   */
  static void check() {
    if (PROBLEM != null) {
      throw new JUnitException(PROBLEM);
    }
  }

  static @Nullable String problem(ClassLoader loader) {
    try {
      List<String> copies =
          Collections.list(loader.getResources(KIT)).stream()
              .map(url -> url.toString().replaceFirst("!?/" + KIT, "").replaceFirst("^jar:", ""))
              .distinct()
              .toList();
      if (copies.size() > 1) {
        return "bigid-test-kit is on the class path %s times: %s. Which of them is used can't be told; remove the others."
            .formatted(copies.size(), copies);
      }
      Class.forName(NEWEST, false, loader);
      return null;
    } catch (ClassNotFoundException older) {
      return "bigid-test-kit needs JUnit 5.10 or later, and the class path has an older one. Raise the version of junit-jupiter, such as by the junit-bom.";
    } catch (IOException unreadable) {
      return null;
    }
  }
}
