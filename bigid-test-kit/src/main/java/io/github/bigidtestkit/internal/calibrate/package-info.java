/** Asks a deployment how it answers, and makes the rules of a dialect of it. */
@NullMarked
package io.github.bigidtestkit.internal.calibrate;

import org.jspecify.annotations.NullMarked;
