/**
 * Tokens: what kinds there are, how they are minted, how they are spoilt on purpose, and how they
 * are verified. Knows nothing of servers, faults or JUnit, and is the only package that sees the
 * JWT library.
 */
@NullMarked
package io.github.bigidtestkit.token;

import org.jspecify.annotations.NullMarked;
