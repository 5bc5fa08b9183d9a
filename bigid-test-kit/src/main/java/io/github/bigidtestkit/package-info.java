/**
 * A fake BigID server for tests.
 *
 * <p>Start here: {@link io.github.bigidtestkit.junit.BigIdSandbox} is the annotation that starts
 * the fake for a JUnit test, and its page is the manual. Without JUnit, {@link
 * io.github.bigidtestkit.FakeBigId#start() FakeBigId.start()} does the same. {@link
 * io.github.bigidtestkit.FakeBigId} gives access to users, tokens, clock, faults and journal;
 * {@link io.github.bigidtestkit.assertj.BigIdAssertions} proves what the client did.
 */
@NullMarked
package io.github.bigidtestkit;

import org.jspecify.annotations.NullMarked;
