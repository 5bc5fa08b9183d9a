/**
 * TLS: an authority made in memory, the certificates of a sandbox, good and bad, and what a client
 * needs to trust them. Knows nothing of HTTP servers or JUnit; alone sees the certificate library.
 * Nothing here is loaded before a sandbox that speaks TLS starts.
 */
@NullMarked
package io.github.bigidtestkit.tls;

import org.jspecify.annotations.NullMarked;
