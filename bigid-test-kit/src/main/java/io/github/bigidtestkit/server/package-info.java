/**
 * The fake server: starting and stopping it, its configuration, users and resources, and the logic
 * of its endpoints. The only package that sees the HTTP server library.
 */
@NullMarked
package io.github.bigidtestkit.server;

import org.jspecify.annotations.NullMarked;
