package io.github.bigidtestkit.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.AlgorithmMismatchException;
import com.auth0.jwt.exceptions.IncorrectClaimException;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.auth0.jwt.exceptions.TokenExpiredException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What another maker's JWT library says of the tokens, with the key that the sandbox gives out. */
class IndependentVerificationTests {

  private final TokenRoom room = new TokenRoom();

  @ParameterizedTest
  @EnumSource(TokenKind.class)
  void sound_tokens_verify(TokenKind kind) {
    DecodedJWT jwt = verify(room.tokens.token(kind, "alice"));
    assertThat(jwt.getClaim("user_name").asString()).isEqualTo("alice");
    assertThat(jwt.getExpiresAtAsInstant())
        .isEqualTo(TokenRoom.START.plus(SandboxConfig.defaults().ttl(kind)));
  }

  /** The claims of the sample in the developer portal, in its order, and jti. */
  @ParameterizedTest
  @EnumSource(TokenKind.class)
  void claims_are_those_of_the_published_sample_and_an_identifier(TokenKind kind) throws Exception {
    String payload = part(room.tokens.token(kind, "alice"), 1);
    assertThat(new ObjectMapper().readTree(payload).fieldNames())
        .toIterable()
        .containsExactly("user_name", "type", "roleIds", "isAdmin", "iat", "exp", "jti");
    assertThat(verify(room.tokens.token(kind, "alice")).getClaims())
        .containsOnlyKeys("user_name", "type", "roleIds", "isAdmin", "iat", "exp", "jti");
  }

  @ParameterizedTest
  @CsvSource({"bob", "carol", "Ünïcode 😀", "a"})
  void a_user_without_role_ids_gets_one_of_24_hexadecimal_digits_that_stays(String name) {
    room.users.add(User.of(name, "s3cret"));
    List<String> first = roleIds(room.tokens.userToken(name));
    assertThat(first).singleElement().asString().matches("[0-9a-f]{24}");
    assertThat(roleIds(room.tokens.systemToken(name))).isEqualTo(first);
    TokenRoom another = new TokenRoom();
    another.users.add(User.of(name, "other").withAdmin(true));
    assertThat(roleIds(another.tokens.sessionToken(name))).isEqualTo(first);
    assertThat(roleIds(room.tokens.userToken("alice"))).containsExactly("5f6e7d8c9b0a1f2e3d4c5b6a");
    room.users.add(User.of(name + "2", "s3cret"));
    assertThat(roleIds(room.tokens.userToken(name + "2"))).isNotEqualTo(first);
  }

  private List<String> roleIds(String token) {
    return JWT.decode(token).getClaim("roleIds").asList(String.class);
  }

  @Test
  void a_session_token_lasts_as_long_as_the_published_sample() {
    DecodedJWT jwt = verify(room.tokens.sessionToken("alice"));
    assertThat(jwt.getClaim("exp").asLong() - jwt.getClaim("iat").asLong()).isEqualTo(86_400);
  }

  @ParameterizedTest
  @CsvSource({"USER, refresh-token", "SESSION, access-token", "SYSTEM, access-token"})
  void claims_have_the_observed_names_and_types(TokenKind kind, String type) throws Exception {
    String token = room.tokens.token(kind, "alice");
    JsonNode payload = new ObjectMapper().readTree(part(token, 1));
    long start = TokenRoom.START.getEpochSecond();
    String expected =
        """
        {"user_name":"alice","type":"%s","roleIds":["5f6e7d8c9b0a1f2e3d4c5b6a"],"isAdmin":false,
         "iat":%d,"exp":%d,"jti":"%s"}
        """
            .formatted(
                type,
                start,
                start + SandboxConfig.defaults().ttl(kind).toSeconds(),
                payload.get("jti").textValue());
    assertThat(payload).isEqualTo(new ObjectMapper().readTree(expected));
    assertThat(payload.get("exp").isIntegralNumber()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(TokenKind.class)
  void header_is_exactly_the_observed_one(TokenKind kind) {
    assertThat(part(room.tokens.token(kind, "alice"), 0))
        .isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
  }

  @Test
  void no_two_tokens_are_the_same() {
    assertThat(room.tokens.userToken("alice")).isNotEqualTo(room.tokens.userToken("alice"));
  }

  @ParameterizedTest
  @EnumSource(
      value = TokenDefect.class,
      names = {"WRONG_SIGNATURE", "SIGNED_BY_ANOTHER_SERVER", "TAMPERED_PAYLOAD"})
  void forged_signatures_do_not_verify(TokenDefect defect) {
    String token = room.tokens.userToken("alice", defect);
    assertThatThrownBy(() -> verify(token)).isInstanceOf(SignatureVerificationException.class);
  }

  @Test
  void tampered_payload_differs_in_is_admin_under_a_signature_that_was_once_good() {
    room.users.add(User.of("root", "s3cret").withAdmin(true));
    for (String name : List.of("alice", "root")) {
      DecodedJWT sound = JWT.decode(room.tokens.userToken(name));
      DecodedJWT tampered = JWT.decode(room.tokens.userToken(name, TokenDefect.TAMPERED_PAYLOAD));
      assertThat(tampered.getSignature()).hasSize(43);
      assertThat(tampered.getClaims()).hasSameSizeAs(sound.getClaims());
      assertThat(tampered.getClaims().keySet())
          .filteredOn(
              claim ->
                  !sound.getClaim(claim).toString().equals(tampered.getClaim(claim).toString()))
          .containsExactlyInAnyOrder("isAdmin", "jti");
    }
  }

  @Test
  void foreign_token_is_sound_but_for_its_key() {
    String token = room.tokens.userToken("alice", TokenDefect.SIGNED_BY_ANOTHER_SERVER);
    DecodedJWT foreign = JWT.decode(token);
    assertThat(foreign.getClaim("user_name").asString()).isEqualTo("alice");
    assertThat(foreign.getExpiresAtAsInstant()).isAfter(TokenRoom.START);
    assertThat(foreign.getSignature()).hasSize(43);
  }

  @Test
  void hs512_token_is_a_valid_hs512_over_the_key_and_no_hs256() {
    String token = room.tokens.userToken("alice", TokenDefect.ALGORITHM_HS512);
    Algorithm hs512 = Algorithm.HMAC512(room.tokens.signingKey().getEncoded());
    assertThat(verify(token, hs512).getAlgorithm()).isEqualTo("HS512");
    assertThatThrownBy(() -> verify(token)).isInstanceOf(AlgorithmMismatchException.class);
  }

  @Test
  void rs256_token_bears_an_hmac_over_the_key() {
    String token = room.tokens.userToken("alice", TokenDefect.ALGORITHM_RS256);
    DecodedJWT jwt = JWT.decode(token);
    assertThat(jwt.getAlgorithm()).isEqualTo("RS256");
    byte[] hmac = hs256().sign(bytes(jwt.getHeader()), bytes(jwt.getPayload()));
    assertThat(jwt.getSignature())
        .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(hmac));
    assertThatThrownBy(() -> verify(token)).isInstanceOf(AlgorithmMismatchException.class);
  }

  @Test
  void unsigned_token_has_no_signature() {
    String token = room.tokens.userToken("alice", TokenDefect.ALGORITHM_NONE);
    assertThat(JWT.decode(token).getAlgorithm()).isEqualTo("none");
    assertThat(JWT.decode(token).getSignature()).isEmpty();
    assertThat(verify(token, Algorithm.none()).getClaim("user_name").asString()).isEqualTo("alice");
    assertThatThrownBy(() -> verify(token)).isInstanceOf(AlgorithmMismatchException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = TokenDefect.class,
      names = {"TWO_PARTS", "NOT_BASE64", "NOT_JSON", "EMPTY"})
  void malformed_tokens_cannot_be_decoded(TokenDefect defect) {
    String token = room.tokens.userToken("alice", defect);
    assertThatThrownBy(() -> verify(token)).isInstanceOf(JWTDecodeException.class);
  }

  @Test
  void content_that_is_not_json_is_correctly_signed() {
    String[] parts = room.tokens.userToken("alice", TokenDefect.NOT_JSON).split("\\.", -1);
    byte[] hmac = hs256().sign(bytes(parts[0]), bytes(parts[1]));
    assertThat(parts[2]).isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(hmac));
  }

  @ParameterizedTest
  @EnumSource(
      value = TokenDefect.class,
      names = {"EXPIRED", "EXPIRED_ONE_SECOND_AGO"})
  void expired_tokens_are_expired(TokenDefect defect) {
    String token = room.tokens.userToken("alice", defect);
    assertThatThrownBy(() -> verify(token)).isInstanceOf(TokenExpiredException.class);
  }

  @Test
  void an_unsaved_token_has_nothing_wrong_with_it() {
    DecodedJWT jwt = verify(room.tokens.userToken("alice", TokenDefect.NOT_SAVED));
    assertThat(jwt.getClaims()).hasSize(7);
  }

  @Test
  void early_token_begins_in_an_hour() {
    String token = room.tokens.userToken("alice", TokenDefect.NOT_YET_VALID);
    assertThatThrownBy(() -> verify(token)).isInstanceOf(IncorrectClaimException.class);
    assertThat(JWT.decode(token).getNotBeforeAsInstant())
        .isEqualTo(TokenRoom.START.plusSeconds(3_600));
  }

  @Test
  void token_without_expiry_is_correctly_signed() {
    String token = room.tokens.userToken("alice", TokenDefect.MISSING_EXPIRY);
    assertThat(verify(token).getExpiresAt()).isNull();
  }

  private Algorithm hs256() {
    return Algorithm.HMAC256(room.tokens.signingKey().getEncoded());
  }

  private DecodedJWT verify(String token) {
    return verify(token, hs256());
  }

  private DecodedJWT verify(String token, Algorithm algorithm) {
    return ((com.auth0.jwt.JWTVerifier.BaseVerification) JWT.require(algorithm))
        .build(room.clock)
        .verify(token);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String part(String token, int index) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), StandardCharsets.UTF_8);
  }
}
