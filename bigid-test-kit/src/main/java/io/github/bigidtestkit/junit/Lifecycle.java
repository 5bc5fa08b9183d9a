package io.github.bigidtestkit.junit;

/** How long a sandbox lives. */
public enum Lifecycle {

  /**
   * That of the class around it, or {@link #PER_CLASS} if there is none. Only for {@link
   * BigIdSandbox#lifecycle}, whose default it is.
   */
  INHERITED,

  /**
   * One sandbox for a test class and its {@code @Nested} classes; the default.
   *
   * <p>It is reset before each test. Tests on it run one after the other; two at the same time are
   * refused.
   */
  PER_CLASS,

  /**
   * A sandbox for each test, on its own port: safe for tests that run in parallel.
   *
   * <p>It exists from the test's first injected parameter or {@code @BeforeEach} to its last
   * {@code @AfterEach}, but not in {@code @BeforeAll} and {@code @AfterAll}, nor in the constructor
   * of a test object that several tests share or that JUnit before 5.12 creates.
   */
  PER_METHOD,

  /**
   * One sandbox for all test classes of a run with an equal configuration.
   *
   * <p>Its URL stays the same, which objects that are costly to create and keep the URL need, such
   * as cached application contexts. It is reset before each class and each test to the
   * configuration of that class or test. Two tests at the same time are refused, even of different
   * classes. {@link SharedSandbox} finds it for code that runs before anything can be injected.
   *
   * <p>Configurations are equal if all settings are, including the order of users and {@code
   * reset}; it makes no difference whether they come from an annotation or a registered extension.
   *
   * <p>It is closed at the end of JUnit's launcher session. JUnit before 5.13 does not tell
   * extensions of that, and may run each class in its own session (Surefire does with {@code
   * forkCount} above 1), so there the sandbox lives until the JVM ends. Each JVM that a build tool
   * starts has its own.
   */
  SHARED
}
