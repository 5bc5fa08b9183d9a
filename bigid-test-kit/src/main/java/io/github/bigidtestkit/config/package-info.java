/**
 * Reads configurations that are written as JSON, for the annotation and the standalone program, and
 * the pieces of them that the control API takes. Internal: the types are public only because other
 * packages of the kit use them.
 */
@NullMarked
package io.github.bigidtestkit.config;

import org.jspecify.annotations.NullMarked;
