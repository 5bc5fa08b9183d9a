package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.fault.Fault;
import java.time.Duration;

/**
 * A fault that strikes a call now.
 *
 * @param fault what goes wrong
 * @param pause how long a delay is, or after which time a limited client may come again; else zero
 */
public record FaultMatch(Fault fault, Duration pause) {}
