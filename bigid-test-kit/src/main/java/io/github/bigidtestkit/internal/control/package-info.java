/** The control API and its live page. */
@NullMarked
package io.github.bigidtestkit.internal.control;

import org.jspecify.annotations.NullMarked;
