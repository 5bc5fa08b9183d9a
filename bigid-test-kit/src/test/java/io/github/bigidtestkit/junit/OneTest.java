package io.github.bigidtestkit.junit;

import io.github.bigidtestkit.FakeBigId;
import org.junit.jupiter.api.Test;

/** One test that wants a sandbox. */
public abstract class OneTest {

  @Test
  public void test(FakeBigId bigId) {}
}
