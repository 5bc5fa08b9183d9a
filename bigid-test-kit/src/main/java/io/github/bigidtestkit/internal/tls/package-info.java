/** The certificate authority and its certificates, valid and defective. Alone sees Elytron. */
@NullMarked
package io.github.bigidtestkit.internal.tls;

import org.jspecify.annotations.NullMarked;
