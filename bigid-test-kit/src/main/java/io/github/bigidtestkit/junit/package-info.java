/**
 * The JUnit Jupiter extension: annotations, lifecycle and injected parameters. The only package
 * that sees JUnit.
 */
@NullMarked
package io.github.bigidtestkit.junit;

import org.jspecify.annotations.NullMarked;
