/** The control API, by which tests in other languages steer a sandbox over HTTP. */
@NullMarked
package io.github.bigidtestkit.control;

import org.jspecify.annotations.NullMarked;
