package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.token.TokenClaims;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The claims of a token by name. A new claim goes here and into {@link ClaimsJson}. */
final class Claims {

  static final String USER_NAME = "user_name";
  static final String TYPE = "type";
  static final String ROLE_IDS = "roleIds";
  static final String IS_ADMIN = "isAdmin";
  static final String PERMISSIONS = "permissions";
  static final String ISSUED_AT = "iat";
  static final String NOT_BEFORE = "nbf";
  static final String EXPIRES_AT = "exp";
  static final String ID = "jti";

  private static final List<String> REGISTERED_TEXTS = List.of("iss", "sub", ID);

  private Claims() {}

  /** A claim has a value that it can't have. */
  static final class WrongType extends Exception {
    private static final long serialVersionUID = 1L;

    WrongType(String claim) {
      super(claim, null, false, false);
    }
  }

  /**
   * What the payload of a token says, or null where it is none that a sandbox could have made.
   *
   * @throws WrongType if a registered claim (RFC 7519) has not the type that it must have
   */
  static @Nullable TokenClaims of(Map<String, @Nullable Object> payload) throws WrongType {
    Instant issuedAt = instant(payload, ISSUED_AT);
    Instant notBefore = instant(payload, NOT_BEFORE);
    Instant expiresAt = instant(payload, EXPIRES_AT);
    for (String name : REGISTERED_TEXTS) {
      text(payload, name);
    }
    requireAudience(payload.get("aud"));
    TokenId id = TokenId.parse(text(payload, ID));
    if (id == null) {
      return null;
    }
    try {
      String user = text(payload, USER_NAME);
      return new TokenClaims(
          id.kind(),
          id.toString(),
          user == null ? "" : user,
          texts(payload, PERMISSIONS),
          texts(payload, ROLE_IDS),
          flag(payload, IS_ADMIN),
          issuedAt,
          notBefore,
          expiresAt);
    } catch (WrongType ofAnotherMaker) {
      return null;
    }
  }

  private static @Nullable String text(Map<String, @Nullable Object> payload, String name)
      throws WrongType {
    Object value = payload.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw new WrongType(name);
  }

  private static @Nullable Instant instant(Map<String, @Nullable Object> payload, String name)
      throws WrongType {
    Object value = payload.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Number seconds) {
      try {
        return Instant.ofEpochSecond(seconds.longValue());
      } catch (DateTimeException beyondAllTime) {
        throw new WrongType(name);
      }
    }
    throw new WrongType(name);
  }

  private static boolean flag(Map<String, @Nullable Object> payload, String name) throws WrongType {
    Object value = payload.get(name);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw new WrongType(name);
  }

  private static List<String> texts(Map<String, @Nullable Object> payload, String name)
      throws WrongType {
    Object value = payload.get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> values)) {
      throw new WrongType(name);
    }
    List<String> texts = new ArrayList<>(values.size());
    for (Object each : values) {
      if (!(each instanceof String text)) {
        throw new WrongType(name);
      }
      texts.add(text);
    }
    return texts;
  }

  private static void requireAudience(@Nullable Object value) throws WrongType {
    if (value != null && !(value instanceof String)) {
      texts(Map.of("aud", value), "aud");
    }
  }
}
