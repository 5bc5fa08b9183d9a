/** Configurations: their rules, their settings, and the files that hold them. */
@NullMarked
package io.github.bigidtestkit.internal.config;

import org.jspecify.annotations.NullMarked;
