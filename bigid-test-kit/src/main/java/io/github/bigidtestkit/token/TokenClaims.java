package io.github.bigidtestkit.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of itself.
 *
 * @param kind its kind
 * @param id the {@code jti} claim; unique within a sandbox
 * @param user the {@code user_name} claim
 * @param permissions the {@code permissions} claim
 * @param roleIds the {@code roleIds} claim
 * @param admin the {@code isAdmin} claim
 * @param issuedAt the {@code iat} claim, or null if it is missing
 * @param notBefore the {@code nbf} claim, or null if it is missing
 * @param expiresAt the {@code exp} claim, or null if it is missing
 */
public record TokenClaims(
    TokenKind kind,
    String id,
    String user,
    List<String> permissions,
    List<String> roleIds,
    boolean admin,
    @Nullable Instant issuedAt,
    @Nullable Instant notBefore,
    @Nullable Instant expiresAt) {

  /** Copies the lists. */
  public TokenClaims {
    permissions = List.copyOf(permissions);
    roleIds = List.copyOf(roleIds);
  }

  /** From {@code iat} to {@code exp}, or null if one of them is missing. */
  public @Nullable Duration lifetime() {
    return issuedAt == null || expiresAt == null ? null : Duration.between(issuedAt, expiresAt);
  }
}
