/** The rules behind the assertions: a list of calls in, a violation out. */
@NullMarked
package io.github.bigidtestkit.internal.assertj;

import org.jspecify.annotations.NullMarked;
