/** Reads the annotations and manages the life of sandboxes. */
@NullMarked
package io.github.bigidtestkit.internal.junit;

import org.jspecify.annotations.NullMarked;
