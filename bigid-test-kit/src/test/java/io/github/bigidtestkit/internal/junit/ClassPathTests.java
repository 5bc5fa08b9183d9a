package io.github.bigidtestkit.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.bigidtestkit.assertj.BigIdAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class path that can't do is told in one clear message. */
class ClassPathTests {

  private static Path copy(Path folder) throws IOException {
    Path copy = folder.resolve("io/github/bigidtestkit/FakeBigId.class");
    Files.createDirectories(copy.getParent());
    Files.createFile(copy);
    return folder;
  }

  /** Knows all classes but those whose names begin so. */
  private static class Without extends ClassLoader {
    private final String hidden;

    Without(String hidden) {
      super(ClassPathTests.class.getClassLoader());
      this.hidden = hidden;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(hidden)) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("io.github.bigidtestkit.assertj.")) {
        return super.loadClass(name, resolve);
      }
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = getParent().getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }

  @Test
  void this_one_will_do() {
    assertThat(ClassPath.problem(ClassPathTests.class.getClassLoader())).isNull();
    assertThatCode(ClassPath::check).doesNotThrowAnyException();
  }

  @Test
  void two_copies_of_the_kit(@TempDir Path one, @TempDir Path other) throws IOException {
    URL[] urls = {copy(one).toUri().toURL(), copy(other).toUri().toURL(), one.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      assertThat(ClassPath.problem(loader))
          .isEqualTo(
              "bigid-test-kit is on the class path 2 times: [file:%s, file:%s]. Which of them is used can't be told; remove the others.",
              one, other);
    }
  }

  @Test
  void an_old_junit() {
    assertThat(ClassPath.problem(new Without("org.junit.jupiter.api.extension.Annotated")))
        .isEqualTo(
            "bigid-test-kit needs JUnit 5.10 or later, and the class path has an older one. Raise the version of junit-jupiter, such as by the junit-bom.");
  }

  @Test
  void no_assertj() throws Exception {
    Class<?> assertions = new Without("org.assertj").loadClass(BigIdAssertions.class.getName());
    Throwable failure =
        catchThrowable(
            () -> Class.forName(assertions.getName(), true, assertions.getClassLoader()));
    assertThat(failure)
        .isExactlyInstanceOf(LinkageError.class)
        .hasMessage(
            "AssertJ is not on the class path, and BigIdAssertions needs it. Add org.assertj:assertj-core as a test dependency.")
        .hasCauseInstanceOf(ClassNotFoundException.class);
  }
}
