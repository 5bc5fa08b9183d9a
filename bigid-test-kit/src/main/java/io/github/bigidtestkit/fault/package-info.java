/**
 * Faults: what can go wrong, which calls it strikes, and how often it did. Decides and counts; what
 * a fault does to a connection or an answer is the server's business. Knows nothing of HTTP
 * servers, tokens or JUnit.
 */
@NullMarked
package io.github.bigidtestkit.fault;

import org.jspecify.annotations.NullMarked;
