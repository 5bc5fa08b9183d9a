package io.github.bigidtestkit.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The claims of a token, to and from the JWT library. A new claim goes here. */
final class Claims {

  private static final String USER_NAME = "user_name";
  private static final String TYPE = "type";
  private static final String ROLE_IDS = "roleIds";
  private static final String IS_ADMIN = "isAdmin";
  private static final String PERMISSIONS = "permissions";

  private Claims() {}

  static JWTClaimsSet toJwt(TokenClaims claims) {
    return new JWTClaimsSet.Builder()
        .claim(USER_NAME, claims.user())
        .claim(TYPE, claims.kind().typeClaim())
        .claim(ROLE_IDS, claims.roleIds())
        .claim(IS_ADMIN, claims.admin())
        .claim(PERMISSIONS, claims.permissions())
        .issueTime(date(claims.issuedAt()))
        .notBeforeTime(date(claims.notBefore()))
        .expirationTime(date(claims.expiresAt()))
        .jwtID(claims.id())
        .build();
  }

  /** Null where the claims are not of a token that a sandbox could have made. */
  static @Nullable TokenClaims fromJwt(JWTClaimsSet jwt) {
    TokenId id = TokenId.parse(jwt.getJWTID());
    if (id == null) {
      return null;
    }
    try {
      return new TokenClaims(
          id.kind(),
          id.toString(),
          Objects.requireNonNullElse(jwt.getStringClaim(USER_NAME), ""),
          strings(jwt, PERMISSIONS),
          strings(jwt, ROLE_IDS),
          Boolean.TRUE.equals(jwt.getBooleanClaim(IS_ADMIN)),
          instant(jwt.getIssueTime()),
          instant(jwt.getNotBeforeTime()),
          instant(jwt.getExpirationTime()));
    } catch (ParseException ofAnotherType) {
      return null;
    }
  }

  private static List<String> strings(JWTClaimsSet jwt, String name) throws ParseException {
    List<String> values = Objects.requireNonNullElse(jwt.getStringListClaim(name), List.of());
    if (values.stream().anyMatch(Objects::isNull)) {
      throw new ParseException("null in " + name, 0);
    }
    return values;
  }

  private static @Nullable Date date(@Nullable Instant instant) {
    return instant == null ? null : Date.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
