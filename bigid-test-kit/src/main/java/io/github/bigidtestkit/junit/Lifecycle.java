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
  PER_METHOD
}
