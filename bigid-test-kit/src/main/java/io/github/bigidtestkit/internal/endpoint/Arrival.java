package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.internal.journal.Recorder;
import java.time.Instant;

/**
 * When a call came, and its place in the journal.
 *
 * @param ticket its place in the journal
 * @param at by the sandbox clock
 * @param nanos by the system's own clock
 */
public record Arrival(Recorder.Ticket ticket, Instant at, long nanos) {}
