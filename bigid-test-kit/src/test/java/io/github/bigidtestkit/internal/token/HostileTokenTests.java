package io.github.bigidtestkit.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.algorithms.Algorithm;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that were made to break the verification rather than to pass it. */
class HostileTokenTests {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\u0000é😀\ud800";

  private static final int MUTATIONS = 2_000;

  private final TokenRoom room = new TokenRoom();

  @RepeatedTest(5)
  void no_changed_text_is_ever_accepted(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String token = room.tokens.userToken("alice");
    for (int i = 0; i < MUTATIONS; i++) {
      String changed = mutated(token, random);
      boolean accepted = room.tokens.verify(changed).accepted();
      assertThat(accepted).as(changed).isEqualTo(changed.equals(token));
    }
  }

  @Test
  void no_single_character_can_be_exchanged() {
    String token = room.tokens.userToken("alice");
    for (int i = 0; i < token.length(); i++) {
      for (char other : new char[] {'A', 'B', 'Q', 'g', 'w', '0', '_', '.', '='}) {
        String changed = token.substring(0, i) + other + token.substring(i + 1);
        assertThat(room.tokens.verify(changed).accepted()).isEqualTo(changed.equals(token));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "=", "==", ".", "\n", "A", "\u0000", "%20"})
  void nothing_can_be_put_before_or_behind_it(String extra) {
    String token = room.tokens.userToken("alice");
    assertThat(room.tokens.verify(token + extra).accepted()).isFalse();
    assertThat(room.tokens.verify(extra + token).accepted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "1", "\"text\"", "", "{\"a\":1,\"a\":2}", "{\"a\":"})
  void odd_payloads_are_refused_signed_or_not(String payload) {
    String content = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encoded(payload);
    assertThat(room.tokens.verify(content + ".AAAA").accepted()).isFalse();
    assertThat(room.tokens.verify(content + "." + signature(content)).accepted()).isFalse();
  }

  /** Each is put into the payload of a sound token, so that nothing else is wrong with it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"jti\":1",
        "\"jti\":[\"0123abcd-user-1\"]",
        "\"user_name\":7",
        "\"user_name\":null",
        "\"user_name\":\"\"",
        "\"user_name\":\"alice\\u0000\"",
        "\"user_name\":\"Alice\"",
        "\"type\":7",
        "\"type\":null",
        "\"type\":\"\"",
        "\"type\":\"ACCESS-TOKEN\"",
        "\"type\":\"access-token \"",
        "\"type\":\"user\"",
        "\"roleIds\":[null]",
        "\"roleIds\":[1]",
        "\"roleIds\":{}",
        "\"isAdmin\":\"yes\"",
        "\"iat\":\"now\"",
        "\"exp\":null",
        "\"exp\":\"soon\"",
        "\"exp\":1e999",
        "\"exp\":-1",
        "\"exp\":9223372036854775807",
        "\"exp\":1.5",
        "\"nbf\":9223372036854775807",
        "\"nbf\":4102444800",
        "\"aud\":[1,null]",
        "\"sub\":[]",
        "\"iss\":{}"
      })
  void odd_claims_are_refused_in_a_payload_that_is_sound_without(String odd) {
    String sound =
        "\"user_name\":\"alice\",\"type\":\"access-token\",\"exp\":4102444800,\"jti\":\"mine\"";
    String name = odd.substring(0, odd.indexOf(':'));
    String others = ("," + sound).replaceAll("," + name + ":[^,]+", "");
    assertThat(room.tokens.verify(signed("{" + sound + "}")).accepted()).isTrue();
    assertThat(room.tokens.verify(signed("{" + odd + others + "}")).accepted()).isFalse();
  }

  private String signed(String payload) {
    String content = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encoded(payload);
    return content + "." + signature(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"alg\":null}",
        "{\"alg\":256}",
        "{\"alg\":[\"HS256\"]}",
        "{\"alg\":\"\"}",
        "{\"alg\":\"hs256\"}",
        "{\"alg\":\"NONE\"}",
        "{\"alg\":\"none\"}",
        "{\"alg\":\"HS384\"}",
        "{\"alg\":\"HS256\",\"alg\":\"none\"}",
        "{\"alg\":\"HS256\",\"x\":{\"a\":1,\"a\":1}}",
        "{\"alg\":\"HS256\"}{}",
        "{\"alg\":\"HS256\"} x",
        "{'alg':'HS256'}",
        "{alg:\"HS256\"}",
        "{\"alg\":\"HS256\",}",
        "/**/{\"alg\":\"HS256\"}"
      })
  void odd_headers_are_refused_though_correctly_signed(String header) {
    String sound = room.tokens.userToken("alice");
    String content = encoded(header) + "." + sound.split("\\.", -1)[1];
    assertThat(room.tokens.verify(content + "." + signature(content)).accepted()).isFalse();
    assertThat(room.tokens.verify(content + ".").accepted()).isFalse();
  }

  @Test
  void a_part_that_is_not_canonical_base64url_is_refused_though_correctly_signed() {
    String[] parts = room.tokens.userToken("alice").split("\\.", -1);
    for (int i = 0; i < 2; i++) {
      String sound = parts[i];
      for (String bad :
          List.of(sound + "=", sound + "==", " " + sound, sound + "\n", "*" + sound)) {
        parts[i] = bad;
        String content = parts[0] + "." + parts[1];
        assertThat(
                TokenRoom.refused(room.tokens.verify(content + "." + signature(content))).reason())
            .isEqualTo(Reason.TOKEN_MALFORMED);
      }
      parts[i] = sound;
    }
  }

  /** The last character of 32 bytes has two bits to spare. */
  @Test
  void only_one_text_of_the_same_signature_is_accepted() {
    String token = room.tokens.userToken("alice");
    String start = token.substring(0, token.length() - 1);
    assertThat(ALPHABET.substring(0, 64).split(""))
        .filteredOn(last -> room.tokens.verify(start + last).accepted())
        .containsExactly(token.substring(token.length() - 1));
  }

  @Test
  void a_signature_under_other_content_is_recognized() {
    String token = room.tokens.userToken("alice");
    String changed =
        token.substring(0, token.indexOf('.') + 1)
            + encoded("{\"user_name\":\"eve\",\"type\":\"access-token\"}")
            + token.substring(token.lastIndexOf('.'));
    assertThat(TokenRoom.refused(room.tokens.verify(changed)).rejection())
        .hasToString("TOKEN_TAMPERED (system token was changed after it was signed)");
  }

  @Test
  void a_payload_that_is_not_utf_8_is_refused_though_correctly_signed() {
    String sound = room.tokens.userToken("alice");
    byte[] payload = Base64.getUrlDecoder().decode(sound.split("\\.", -1)[1]);
    assertThat(payload[14]).as("what is replaced").isEqualTo((byte) 'a');
    payload[14] = (byte) 0xff;
    String content =
        sound.substring(0, sound.indexOf('.') + 1)
            + Base64.getUrlEncoder().withoutPadding().encodeToString(payload);
    assertThat(TokenRoom.refused(room.tokens.verify(content + "." + signature(content))))
        .returns("payload of the token is not a JSON object", refused -> refused.explanation());
  }

  @Test
  void deep_nesting_is_refused() {
    for (String deep : new String[] {"[".repeat(100_000), "{\"a\":".repeat(100_000)}) {
      String content = encoded("{\"alg\":\"HS256\"}") + "." + encoded("{\"x\":" + deep);
      assertThat(TokenRoom.refused(room.tokens.verify(content + ".AAAA")).reason())
          .isEqualTo(Reason.TOKEN_MALFORMED);
    }
  }

  @Test
  void another_sandbox_is_named_only_if_one_could_have_that_name() {
    String payload =
        "{\"jti\":\"line\\nbreak-user-1\",\"user_name\":\"alice\",\"type\":\"refresh-token\"}";
    String content = encoded("{\"alg\":\"HS256\"}") + "." + encoded(payload);
    Verdict verdict = room.tokens.verify(content + ".AAAA");
    assertThat(TokenRoom.refused(verdict).reason()).isEqualTo(Reason.TOKEN_WRONG_SIGNATURE);
    assertThat(verdict.claims().id()).isEqualTo("line?break-user-1");
  }

  private String signature(String content) {
    int dot = content.indexOf('.');
    byte[] hmac =
        Algorithm.HMAC256(room.tokens.signingKey().getEncoded())
            .sign(bytes(content.substring(0, dot)), bytes(content.substring(dot + 1)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text));
  }

  private static String mutated(String token, Random random) {
    StringBuilder text = new StringBuilder(token);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && text.length() > 1; i++) {
      int at = random.nextInt(text.length());
      char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, other);
        case 1 -> text.insert(at, other);
        case 2 -> text.deleteCharAt(at);
        default -> text.setLength(at);
      }
    }
    return text.toString();
  }
}
