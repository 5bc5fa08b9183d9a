/** Keeps the journal and renders it as text and as a page. */
@NullMarked
package io.github.bigidtestkit.internal.journal;

import org.jspecify.annotations.NullMarked;
