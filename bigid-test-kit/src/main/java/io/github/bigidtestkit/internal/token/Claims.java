package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.internal.journal.Redaction;
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
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Claims and their JSON. A new claim goes here. */
final class Claims {

  static final String USER_NAME = "user_name";
  static final String TYPE = "type";
  static final String ROLE_IDS = "roleIds";
  static final String IS_ADMIN = "isAdmin";
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
    put(payload, ISSUED_AT, claims.issuedAt());
    put(payload, NOT_BEFORE, claims.notBefore());
    put(payload, EXPIRES_AT, claims.expiresAt());
    payload.put(ID, Objects.requireNonNull(claims.id(), "issued tokens have one"));
    return payload;
  }

  private static void put(Map<String, Object> payload, String name, @Nullable Instant instant) {
    if (instant != null) {
      payload.put(name, instant.getEpochSecond());
    }
  }

  /**
   * The claims in a payload.
   *
   * @throws Refusal if a claim has the wrong type, or names no user or no kind of token
   */
  static TokenClaims read(Map<String, @Nullable Object> payload) {
    Claims claims = new Claims(payload);
    claims.requireRegisteredTypes();
    String id = Id.shown(claims.get(ID, String.class, ""));
    return new TokenClaims(
        kind(claims.required(TYPE), Id.parse(id)),
        id.isEmpty() ? null : id,
        claims.required(USER_NAME),
        claims.texts(ROLE_IDS),
        claims.get(IS_ADMIN, Boolean.class, false),
        claims.instant(ISSUED_AT),
        claims.instant(NOT_BEFORE),
        claims.instant(EXPIRES_AT));
  }

  /** The type does not tell session and system tokens apart; the identifier of a sandbox does. */
  private static TokenKind kind(String type, @Nullable Id id) {
    if (id != null && id.kind().typeClaim().equals(type)) {
      return id.kind();
    }
    return Stream.of(TokenKind.USER, TokenKind.SYSTEM)
        .filter(kind -> kind.typeClaim().equals(type))
        .findFirst()
        .orElseThrow(
            () ->
                CompactJwt.malformed(
                    "type of the token is neither refresh-token nor access-token"));
  }

  /** RFC 7519 gives a type to claims that the sandbox does not use, too. */
  private void requireRegisteredTypes() {
    get("iss", String.class, "");
    get("sub", String.class, "");
    if (!(payload.get("aud") instanceof String)) {
      texts("aud");
    }
  }

  private String required(String name) {
    String value = get(name, String.class, "");
    if (value.isEmpty()) {
      throw CompactJwt.malformed("payload of the token has no claim [" + name + "]");
    }
    return value;
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
   * The {@code jti} claim of a sandbox: which one issued the token, its kind, and its serial
   * number.
   */
  record Id(String sandbox, TokenKind kind, long serial) {

    /** What a sandbox is named; anything else could break a line of the journal. */
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}");

    private static final int LONGEST = 64;

    /** The identifier that any code chose, as a message may quote it. */
    static String shown(String jti) {
      return Redaction.printable(
          jti.length() > LONGEST ? jti.substring(0, LONGEST - 1) + "…" : jti);
    }

    /** Null if it is not that of a sandbox. */
    static @Nullable Id parse(@Nullable String jti) {
      String[] parts = (jti == null ? "" : jti).split("-", 3);
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
