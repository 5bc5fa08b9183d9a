package io.github.bigidtestkit.junit;

import io.github.bigidtestkit.FakeBigId;
import org.junit.jupiter.api.Test;

/** One test that wants a sandbox. */
abstract class OneTest {

  @Test
  void test(FakeBigId bigId) {}
}
