/**
 * Clients on top of other people's HTTP libraries. Each renews its system token where that library
 * means it to be done; what they have in common is {@link
 * io.github.bigidtestkit.samples.clients.SystemTokens}.
 */
@NullMarked
package io.github.bigidtestkit.samples.clients;

import org.jspecify.annotations.NullMarked;
