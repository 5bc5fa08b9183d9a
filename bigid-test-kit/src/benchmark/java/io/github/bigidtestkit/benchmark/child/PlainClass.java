package io.github.bigidtestkit.benchmark.child;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A test class without a server: what the others are held against. */
class PlainClass {

  @Test
  void logs_in() {
    assertTrue(Requests.login().length > 0);
  }
}
