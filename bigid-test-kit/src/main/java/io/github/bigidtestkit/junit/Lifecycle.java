package io.github.bigidtestkit.junit;

/** How long a sandbox lives. */
public enum Lifecycle {
  /**
   * One sandbox for a test class and its {@code @Nested} classes; it is put back before each test.
   * Tests on it run one after the other; two at once are refused. The default.
   */
  PER_CLASS,

  /**
   * A sandbox of its own for each test, on a port of its own: safe for tests that run in parallel.
   * It is there from the test's first injected parameter or {@code @BeforeEach} to its last
   * {@code @AfterEach}, but not in {@code @BeforeAll} and {@code @AfterAll}, nor in the constructor
   * of a test object that several tests share or that JUnit before 5.12 makes.
   */
  PER_METHOD,

  /**
   * One sandbox for all test classes of a run that say the same: for what is costly to make and
   * keeps the URL, such as an application context that is cached. It is put back before each class
   * and each test, to what that one says; what a nested class or a method adds is put back too. Two
   * tests at once are refused, also if they are of two classes. {@link SharedSandbox} gives it to
   * code that runs before anything can be injected.
   *
   * <p>The URL is the same from the first class to the last. Classes say the same if everything
   * about the sandbox is equal, the order of users and {@code reset} included; whether by
   * annotation or by a registered extension makes no difference.
   *
   * <p>It is closed at the end of the run: of JUnit's launcher session. JUnit before 5.13 does not
   * tell extensions of that, and may give each class a run of its own (Surefire does with {@code
   * forkCount} above 1), so there the sandbox lives until the JVM ends. Each JVM that a build tool
   * starts has its own.
   */
  SHARED
}
