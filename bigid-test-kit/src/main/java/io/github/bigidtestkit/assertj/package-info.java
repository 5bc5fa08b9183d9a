/** AssertJ assertions about what a client did, and about tokens. */
@NullMarked
package io.github.bigidtestkit.assertj;

import org.jspecify.annotations.NullMarked;
