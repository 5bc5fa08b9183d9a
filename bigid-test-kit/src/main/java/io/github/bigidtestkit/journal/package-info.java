/**
 * The journal: what came in, what was decided and why, and the timeline that people read. Knows
 * tokens and faults by their values only, and nothing of HTTP servers or JUnit.
 */
@NullMarked
package io.github.bigidtestkit.journal;

import org.jspecify.annotations.NullMarked;
