package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Claims and their JSON. A new claim goes here. */
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

  private final Map<String, @Nullable Object> payload;

  private Claims(Map<String, @Nullable Object> payload) {
    this.payload = payload;
  }

  /** The payload of a token with these claims, which may be changed. */
  static Map<String, Object> payload(TokenClaims claims) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put(USER_NAME, claims.user());
    payload.put(TYPE, claims.kind().typeClaim());
    payload.put(ROLE_IDS, claims.roleIds());
    payload.put(IS_ADMIN, claims.admin());
    payload.put(PERMISSIONS, claims.permissions());
    put(payload, ISSUED_AT, claims.issuedAt());
    put(payload, NOT_BEFORE, claims.notBefore());
    put(payload, EXPIRES_AT, claims.expiresAt());
    payload.put(ID, claims.id());
    return payload;
  }

  private static void put(Map<String, Object> payload, String name, @Nullable Instant instant) {
    if (instant != null) {
      payload.put(name, instant.getEpochSecond());
    }
  }

  /**
   * The claims in a payload, or null if no sandbox can have issued it.
   *
   * @throws Refusal if a claim has the wrong type
   */
  static @Nullable TokenClaims read(Map<String, @Nullable Object> payload) {
    Claims claims = new Claims(payload);
    claims.requireRegisteredTypes();
    Id id = Id.parse(claims.get(ID, String.class, ""));
    return id == null
        ? null
        : new TokenClaims(
            id.kind(),
            id.toString(),
            claims.get(USER_NAME, String.class, ""),
            claims.texts(PERMISSIONS),
            claims.texts(ROLE_IDS),
            claims.get(IS_ADMIN, Boolean.class, false),
            claims.instant(ISSUED_AT),
            claims.instant(NOT_BEFORE),
            claims.instant(EXPIRES_AT));
  }

  /** RFC 7519 gives a type to claims that the sandbox does not use, too. */
  private void requireRegisteredTypes() {
    get("iss", String.class, "");
    get("sub", String.class, "");
    if (!(payload.get("aud") instanceof String)) {
      texts("aud");
    }
  }

  private <T> T get(String name, Class<T> type, T absent) {
    Object value = payload.get(name);
    if (value != null && !type.isInstance(value)) {
      throw wrongType(name);
    }
    return value == null ? absent : type.cast(value);
  }

  private @Nullable Instant instant(String name) {
    long seconds = get(name, Number.class, 0).longValue();
    try {
      return payload.get(name) == null ? null : Instant.ofEpochSecond(seconds);
    } catch (DateTimeException beyondAllTime) {
      throw wrongType(name);
    }
  }

  private List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object value : get(name, List.class, List.of())) {
      if (!(value instanceof String text)) {
        throw wrongType(name);
      }
      texts.add(text);
    }
    return texts;
  }

  private static Refusal wrongType(String name) {
    return CompactJwt.malformed(
        "payload of the token has a claim [" + name + "] of the wrong type");
  }

  /**
   * The {@code jti} claim: which sandbox issued the token, its kind, and its serial number. The
   * kind is kept here because the {@code type} claim does not tell session and system tokens apart.
   */
  record Id(String sandbox, TokenKind kind, long serial) {

    /** What a sandbox is named; anything else could break a line of the journal. */
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}");

    /** Null if the claims have no such identifier. */
    static @Nullable Id of(@Nullable TokenClaims claims) {
      return claims == null ? null : parse(claims.id());
    }

    /** Null if the text is not such an identifier. */
    static @Nullable Id parse(String jti) {
      String[] parts = jti.split("-", 3);
      if (parts.length != 3 || !NAME.matcher(parts[0]).matches()) {
        return null;
      }
      try {
        TokenKind kind = TokenKind.valueOf(parts[1].toUpperCase(Locale.ROOT));
        return new Id(parts[0], kind, Long.parseLong(parts[2]));
      } catch (IllegalArgumentException notOurs) {
        return null;
      }
    }

    @Override
    public String toString() {
      return sandbox + "-" + kind.name().toLowerCase(Locale.ROOT) + "-" + serial;
    }
  }
}
