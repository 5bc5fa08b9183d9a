/** Decides which fault applies to a call. */
@NullMarked
package io.github.bigidtestkit.internal.fault;

import org.jspecify.annotations.NullMarked;
