/** Routing, the endpoints, authentication and refusals: values in, values out, no server. */
@NullMarked
package io.github.bigidtestkit.internal.endpoint;

import org.jspecify.annotations.NullMarked;
