/**
 * The program: the same fake for clients in any language. The only package that sees the command
 * line library. Its interface is the command line; none of its types is.
 */
@NullMarked
package io.github.bigidtestkit.standalone;

import org.jspecify.annotations.NullMarked;
