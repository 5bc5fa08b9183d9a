/** JSON. Alone sees Jackson. */
@NullMarked
package io.github.bigidtestkit.internal.json;

import org.jspecify.annotations.NullMarked;
