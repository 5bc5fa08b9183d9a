/** Issues tokens, valid and defective, verifies and revokes them. Alone sees Nimbus. */
@NullMarked
package io.github.bigidtestkit.internal.token;

import org.jspecify.annotations.NullMarked;
