/** Issues, verifies and damages tokens. Alone sees Nimbus. */
@NullMarked
package io.github.bigidtestkit.internal.token;

import org.jspecify.annotations.NullMarked;
