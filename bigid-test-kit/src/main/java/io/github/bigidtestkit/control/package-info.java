/**
 * The control API: a running sandbox steered over HTTP, by programs in any language and by a person
 * with the live page. The only room that knows what is served below {@code /__sandbox}.
 */
@NullMarked
package io.github.bigidtestkit.control;

import org.jspecify.annotations.NullMarked;
