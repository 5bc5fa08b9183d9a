package io.github.bigidtestkit.fault;

import java.time.Duration;

/**
 * A fault that strikes a call now.
 *
 * @param fault what goes wrong
 * @param pause how long a delay is, or after which time a limited client may come again; else zero
 */
public record Strike(Fault fault, Duration pause) {}
