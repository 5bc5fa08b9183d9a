/** What the rules of a dialect say of a call: values in, values out. */
@NullMarked
package io.github.bigidtestkit.internal.dialect;

import org.jspecify.annotations.NullMarked;
