package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTests {

  private final Redaction redaction = redaction("p@ss word", "learner");

  private static Redaction redaction(String... passwords) {
    List<User> users = Stream.of(passwords).map(p -> User.of("user of " + p, p)).toList();
    return new Redaction(() -> users);
  }

  @ParameterizedTest
  @CsvSource({
    "a=1&b=2, a=1&b=2",
    "limit=1, limit=1",
    "password=x, password=…",
    "PassWord=x&a=b, PassWord=…&a=b",
    "pass%77ord=x, password=…",
    "token=a.b.c&access_token=d, token=…&access_token=…",
    "q=learner, q=…",
    "q=%6Cearner, q=…",
    "q=p%40ss%20word, q=…",
    "q=p%40ss+word, q=…",
    "learner, …",
    "q=xlearnerx, q=x…x",
    "a=%zz&q=%6Cearner, a=%zz&q=…",
    "to=%2Fin%3Ftoken%3Dabc%26a%3D1, to=/in?token=…&a=1",
    "to=%252Fin%253Fpassword%253Dabc, to=/in?password=…",
    "a=%20&q=learner, a= &q=…",
    "a=%20%C3%A4&q=x, a=%20%C3%A4&q=x",
    "q=Basic%20YTpi, q=…",
    "q=basic+YTpi&r=1, q=…&r=1",
    "q=Bearer%20abc, q=…",
    "password=a%26b, password=…",
    "q=dXNlciBvZiBsZWFybmVyOmxlYXJuZXI%3D, q=…",
    "q=dXNlciBvZiBsZWFybmVyOmxlYXJuZXI%253D, q=…",
    "'', "
  })
  void takes_passwords_and_what_is_named_like_a_secret_out_of_queries(String raw, String shown) {
    assertThat(redaction.query(raw)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJhIn0.c2lnbmF0dXJlc2lnbmF0dXJl",
        "c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJl"
      })
  void shortens_what_looks_like_a_token(String token) {
    String shortened = token.substring(0, 6) + "… (%d characters)".formatted(token.length());
    assertThat(redaction.text("/a/" + token + "/b")).isEqualTo("/a/" + shortened + "/b");
    assertThat(redaction.query("x=" + token)).isEqualTo("x=" + shortened);
  }

  private static final String CHARS =
      "abcXYZ0189-._~!$&'()*+,;=:@/?#[]%25 \"<>\\^`{|}äßé€漢\ud83d\ude00";

  private static String generated(Random random) {
    int[] chars = CHARS.codePoints().toArray();
    return random
        .ints(6 + random.nextInt(12), 0, chars.length)
        .map(i -> chars[i])
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Encodes what a rule does not leave, and of what it leaves some, in hex of any case. */
  private static String encoded(String text, String left, Random random, int often) {
    StringBuilder encoded = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              String one = Character.toString(c);
              boolean plain = (Character.isLetterOrDigit(c) && c < 128) || left.contains(one);
              if (plain && random.nextInt(often) > 0) {
                encoded.append(one);
                return;
              }
              for (byte b : one.getBytes(StandardCharsets.UTF_8)) {
                encoded.append(
                    random.nextBoolean() ? "%%%02X".formatted(b) : "%%%02x".formatted(b));
              }
            });
    return encoded.toString();
  }

  private static List<String> forms(String password, Random random) {
    String path = encoded(password, "-._~!$&'()*+,;=:@", random, 1_000_000);
    String component = encoded(password, "-._~!*'()", random, 1_000_000);
    String form = URLEncoder.encode(password, StandardCharsets.UTF_8);
    String odd = encoded(password, "-._~!$'()*,;:@", random, 3);
    String decodedButForSlashes = password.replace("%", "%25").replace("/", "%2F");
    List<String> once = List.of(path, component, form, odd, decodedButForSlashes);
    return Stream.concat(
            once.stream(),
            once.stream()
                .flatMap(
                    text ->
                        Stream.of(
                            encoded(text, "-._~", random, 1_000_000),
                            URLEncoder.encode(text, StandardCharsets.UTF_8),
                            text.replace("%", "%25"))))
        .toList();
  }

  @Test
  void finds_a_password_however_it_is_encoded() {
    Random random = new Random(13);
    for (int i = 0; i < 2_000; i++) {
      String password = generated(random);
      if (password.isBlank()) {
        continue;
      }
      Redaction own = redaction(password);
      for (String form : forms(password, random)) {
        assertThat(own.text("/a/" + form + "/b"))
            .as("[%s] in [%s]", form, password)
            .isEqualTo("/a/…/b");
        assertThat(own.message("is [" + form + "]")).as(form).isEqualTo("is […]");
      }
    }
  }

  @Test
  void finds_the_charset_of_old_forms() {
    Redaction own = redaction("pässwörd");
    assertThat(own.text("/" + URLEncoder.encode("pässwörd", StandardCharsets.ISO_8859_1)))
        .isEqualTo("/…");
  }

  @Test
  void finds_credentials_of_basic_authentication() {
    Random random = new Random(14);
    for (int i = 0; i < 500; i++) {
      String password = generated(random);
      if (password.isBlank()) {
        continue;
      }
      byte[] credentials =
          ("user of " + password + ":" + password).getBytes(StandardCharsets.UTF_8);
      Redaction own = redaction(password);
      for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        for (String form : forms(encoder.encodeToString(credentials), random)) {
          assertThat(own.query("x=1&q=" + form)).as(form).isEqualTo("x=1&q=…");
        }
      }
    }
  }

  @Test
  void finds_a_token_however_it_is_encoded() {
    String token = "eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJh-_9In0.c2lnbmF0dXJlc2ln-_5hdHVyZXNpZ25hdHVyZQ";
    Random random = new Random(15);
    for (int i = 0; i < 500; i++) {
      String form = encoded(token, "-._", random, 3);
      assertThat(redaction.text("/a/" + form + "/b")).isEqualTo("/a/eyJhbG… (78 characters)/b");
      assertThat(redaction.text(form.replace("%", "%25"))).isEqualTo("eyJhbG… (78 characters)");
    }
  }

  @Test
  void takes_tokens_out_of_messages_but_no_names() {
    String name =
        "io.github.bigidtestkit.samples.CatalogSynchronizationTests.renews_a_token_that_has_expired";
    assertThat(
            redaction.message(
                name + "\nis learner\u202e\r\n\n" + "eyJhbGciOiJIUzI1NiJ9.eyJqdGk.c2ln"))
        .isEqualTo(name + "\nis …‹U+202E›\n\neyJhbG… (33 characters)");
  }

  @Test
  void a_long_text_of_percent_signs_is_no_trouble() {
    assertThat(redaction.text("%41.".repeat(300_000))).hasSizeLessThan(1_300_000);
    assertThat(redaction.text("%25".repeat(300_000))).hasSize(900_000);
  }

  @Test
  void finds_a_short_password_only_where_it_stands_alone() {
    Redaction shorties = redaction("a", "b", "token");
    assertThat(shorties.text("/api/b/abba/tokens/token")).isEqualTo("/api/…/abba/tokens/…");
    assertThat(shorties.query("a=1&x=b&y=ab&b")).isEqualTo("…=1&x=…&y=ab&…");
    assertThat(shorties.text("a")).isEqualTo("…");
  }

  @Test
  void leaves_the_words_of_an_explanation_alone() {
    Redaction shorties = redaction("a", "token", "password of");
    assertThat(shorties.explanation("the password of user [alice] is wrong", "alice"::equals))
        .isEqualTo("the password of user [alice] is wrong");
    assertThat(shorties.explanation("there is no user [a]", "alice"::equals))
        .isEqualTo("there is no user […]");
    assertThat(shorties.explanation("there is no user [x]password of]", name -> false))
        .isEqualTo("there is no user [x]…]");
    assertThat(shorties.explanation("system token expired 2 s ago", name -> false))
        .isEqualTo("system token expired 2 s ago");
  }

  @Test
  void leaves_ordinary_text_alone_but_for_control_characters() {
    assertThat(redaction.text("/api/v1/ds-connections/17")).isEqualTo("/api/v1/ds-connections/17");
    assertThat(redaction.text("a\r\nb\u0000c")).isEqualTo("a??b?c");
    assertThat(Redaction.printable("a\u0085b\u2028c\ud800d")).isEqualTo("a?b?c?d");
    assertThat(Redaction.printable("\ud83d\ude00 ä")).isEqualTo("\ud83d\ude00 ä");
    assertThat(redaction.query(null)).isNull();
  }
}
