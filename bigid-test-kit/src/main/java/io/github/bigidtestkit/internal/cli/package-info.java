/** The program for clients in other languages. Alone sees picocli. */
@NullMarked
package io.github.bigidtestkit.internal.cli;

import org.jspecify.annotations.NullMarked;
