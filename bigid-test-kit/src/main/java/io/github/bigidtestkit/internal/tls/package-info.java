/** The certificate authority and its certificates, sound and defective. Alone sees Elytron. */
@NullMarked
package io.github.bigidtestkit.internal.tls;

import org.jspecify.annotations.NullMarked;
