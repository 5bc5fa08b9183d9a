/**
 * AssertJ assertions about a sandbox, its exchanges and its tokens. Needs {@code assertj-core} on
 * the class path; the only package that sees it.
 */
@NullMarked
package io.github.bigidtestkit.assertj;

import org.jspecify.annotations.NullMarked;
