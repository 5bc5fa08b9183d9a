package io.github.bigidtestkit.internal.config;

import io.github.bigidtestkit.fault.PlannedFault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault that somebody wants started now. Internal.
 *
 * @param fault what goes wrong, where and how often
 * @param span after which real time it ends, or null for not before it is stopped
 */
public record FaultRequest(PlannedFault fault, @Nullable Duration span) {}
