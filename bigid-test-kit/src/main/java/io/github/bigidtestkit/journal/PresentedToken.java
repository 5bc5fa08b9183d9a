package io.github.bigidtestkit.journal;

import io.github.bigidtestkit.TokenScheme;
import io.github.bigidtestkit.token.TokenClaims;
import org.jspecify.annotations.Nullable;

/**
 * A token that a client showed, without its secret part.
 *
 * @param shortened the first characters and the length of the token
 * @param scheme how it was sent
 * @param fingerprint equal for equal tokens; reveals nothing of them
 * @param claims the claims of the token, or null if they can't be read; not reliable if the
 *     exchange was refused
 */
public record PresentedToken(
    String shortened, TokenScheme scheme, int fingerprint, @Nullable TokenClaims claims) {}
