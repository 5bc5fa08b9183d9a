/** The JUnit extension and its annotations. */
@NullMarked
package io.github.bigidtestkit.junit;

import org.jspecify.annotations.NullMarked;
