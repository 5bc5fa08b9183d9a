package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.token.TokenClaims;

/** A caller whose token was accepted. */
record Authenticated(PresentedToken shown, TokenClaims claims) {}
