/**
 * A small client of BigID, to be read together with its tests: it logs in, keeps a token, renews it
 * and reads the catalog. Copy from it what you need.
 */
@NullMarked
package io.github.bigidtestkit.samples;

import org.jspecify.annotations.NullMarked;
