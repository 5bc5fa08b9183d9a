/** Passes the sandbox to Spring test contexts. Alone sees Spring. */
@NullMarked
package io.github.bigidtestkit.internal.spring;

import org.jspecify.annotations.NullMarked;
