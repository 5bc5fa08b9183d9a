package io.github.bigidtestkit.junit.misuse;

import static io.github.bigidtestkit.junit.Run.assertMisuse;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.OneTest;
import io.github.bigidtestkit.junit.SandboxOfAlice;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

/** Attributes that contradict each other or the place where they stand. */
class AttributeMisuseTests {

  @Test
  void two_dialects() {
    assertMisuse(
        TwoDialectsTestCase.class,
        "dialect [LENIENT, DEPLOYMENT] has 2 values. There can be only one; remove the others.");
  }

  @Test
  void a_negative_port() {
    assertMisuse(
        NegativePortTestCase.class,
        "port [-1] is out of range. Give one from 1 to 65535, or 0 for any that is free.");
  }

  @Test
  void a_port_that_is_too_high() {
    assertMisuse(
        HighPortTestCase.class,
        "port [65536] is out of range. Give one from 1 to 65535, or 0 for any that is free.");
  }

  @Test
  void a_negative_capacity() {
    assertMisuse(
        CapacityTestCase.class,
        "journalCapacity [-1] is too small. The journal keeps at least one exchange; leave it out for 10000.");
  }

  @Test
  void twice_through_other_annotations() {
    assertMisuse(
        ComposedTwiceTestCase.class,
        "it is there 2 times, directly or through other annotations. One must say all; merge them.");
  }

  @Test
  void directly_and_through_another_annotation() {
    assertMisuse(
        DirectlyTooTestCase.class,
        "it is there 2 times, directly or through other annotations. One must say all; merge them.");
  }

  @Test
  void two_interfaces_that_differ() {
    assertMisuse(
        TwoInterfacesTestCase.class,
        "it is there 2 times, directly or through other annotations. One must say all; merge them.");
  }

  @BigIdSandbox(dialect = {Dialect.LENIENT, Dialect.DEPLOYMENT})
  static class TwoDialectsTestCase extends OneTest {}

  @BigIdSandbox(port = -1)
  static class NegativePortTestCase extends OneTest {}

  @BigIdSandbox(port = 65_536)
  static class HighPortTestCase extends OneTest {}

  @BigIdSandbox(journalCapacity = -1)
  static class CapacityTestCase extends OneTest {}

  @SandboxOfAlice
  @Second
  static class ComposedTwiceTestCase extends OneTest {}

  @BigIdSandbox
  @SandboxOfAlice
  static class DirectlyTooTestCase extends OneTest {}

  static class TwoInterfacesTestCase extends OneTest implements One, Two {}

  @Retention(RetentionPolicy.RUNTIME)
  @BigIdSandbox
  @interface Second {}

  @BigIdSandbox(port = 1)
  interface One {}

  @BigIdSandbox(port = 2)
  interface Two {}
}
