/**
 * Tells a Spring application context the URL of its test class's sandbox. The only package that
 * sees Spring, and not loaded without it.
 */
@NullMarked
package io.github.bigidtestkit.spring;

import org.jspecify.annotations.NullMarked;
