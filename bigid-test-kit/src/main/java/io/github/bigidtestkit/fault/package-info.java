/** What can go wrong with a call, and which calls it happens to. */
@NullMarked
package io.github.bigidtestkit.fault;

import org.jspecify.annotations.NullMarked;
