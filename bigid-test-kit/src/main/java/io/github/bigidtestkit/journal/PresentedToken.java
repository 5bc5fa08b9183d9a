package io.github.bigidtestkit.journal;

import io.github.bigidtestkit.token.TokenClaims;
import org.jspecify.annotations.Nullable;

/**
 * A token that a client showed, without its secret part.
 *
 * @param shortened the first characters and the length of what came
 * @param bearer whether it came after {@code Bearer}; otherwise it came raw
 * @param fingerprint the same for the same text, and tells nothing of it
 * @param claims what it said of itself, or null where that can't be read; not to be relied on where
 *     the exchange was refused
 */
public record PresentedToken(
    String shortened, boolean bearer, int fingerprint, @Nullable TokenClaims claims) {}
