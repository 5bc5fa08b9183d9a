/** Reads configurations from JSON files. */
@NullMarked
package io.github.bigidtestkit.internal.config;

import org.jspecify.annotations.NullMarked;
