package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code jti} claim: which sandbox issued the token, its kind, and its serial number. The kind
 * is kept here because the {@code type} claim does not tell session and system tokens apart.
 */
record TokenId(String sandbox, TokenKind kind, long serial) {

  /** What a sandbox is named; anything else could break a line of the journal. */
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}");

  /** Null if the claims have no such identifier. */
  static @Nullable TokenId of(@Nullable TokenClaims claims) {
    return claims == null ? null : parse(claims.id());
  }

  /** Null if the text is not such an identifier. */
  static @Nullable TokenId parse(String jti) {
    String[] parts = jti.split("-", 3);
    if (parts.length != 3 || !NAME.matcher(parts[0]).matches()) {
      return null;
    }
    try {
      TokenKind kind = TokenKind.valueOf(parts[1].toUpperCase(Locale.ROOT));
      return new TokenId(parts[0], kind, Long.parseLong(parts[2]));
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }

  @Override
  public String toString() {
    return sandbox + "-" + kind.name().toLowerCase(Locale.ROOT) + "-" + serial;
  }
}
