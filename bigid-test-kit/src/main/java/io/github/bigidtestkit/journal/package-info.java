/** What the sandbox recorded: calls, refusals and failed TLS handshakes. */
@NullMarked
package io.github.bigidtestkit.journal;

import org.jspecify.annotations.NullMarked;
