/** Faults: which calls they can be aimed at. Knows nothing of HTTP servers, tokens or JUnit. */
@NullMarked
package io.github.bigidtestkit.fault;

import org.jspecify.annotations.NullMarked;
