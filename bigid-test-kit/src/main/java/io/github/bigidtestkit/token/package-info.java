/** Tokens: their kinds, claims, defects and verification. */
@NullMarked
package io.github.bigidtestkit.token;

import org.jspecify.annotations.NullMarked;
