package io.github.bigidtestkit.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of itself.
 *
 * <p>The claims are those of the sample token in the developer portal, in its order, and {@code
 * jti}, so that no two tokens are the same. Tokens do not carry permissions: the server looks them
 * up when a call comes.
 *
 * @param kind its kind, from the {@code type} claim; where that is {@code access-token}, the {@code
 *     jti} of a sandbox tells a session token from a system token, and a token with any other
 *     {@code jti} or without one is a system token
 * @param id the {@code jti} claim, or null if it is missing; unique within a sandbox if the sandbox
 *     issued the token, otherwise in one line and not longer than 64 characters
 * @param user the {@code user_name} claim
 * @param roleIds the {@code roleIds} claim
 * @param admin the {@code isAdmin} claim
 * @param issuedAt the {@code iat} claim, or null if it is missing
 * @param notBefore the {@code nbf} claim, or null if it is missing
 * @param expiresAt the {@code exp} claim, or null if it is missing
 */
public record TokenClaims(
    TokenKind kind,
    @Nullable String id,
    String user,
    List<String> roleIds,
    boolean admin,
    @Nullable Instant issuedAt,
    @Nullable Instant notBefore,
    @Nullable Instant expiresAt) {

  /** Copies the list. */
  public TokenClaims {
    roleIds = List.copyOf(roleIds);
  }

  /** The kind in words and the id, if there is one, such as {@code user token 1f0c2ab9-user-1}. */
  public String label() {
    return id == null ? kind.label() : kind.label() + " " + id;
  }

  /** From {@code iat} to {@code exp}, or null if one of them is missing. */
  public @Nullable Duration lifetime() {
    return issuedAt == null || expiresAt == null ? null : Duration.between(issuedAt, expiresAt);
  }
}
