/** The HTTP server, and what faults do to its connections. Alone sees Undertow and XNIO. */
@NullMarked
package io.github.bigidtestkit.internal.http;

import org.jspecify.annotations.NullMarked;
