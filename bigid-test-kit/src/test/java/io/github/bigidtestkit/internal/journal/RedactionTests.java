package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTests {

  private final Redaction redaction = new Redaction(List.of("p@ss word", "learner"));

  @ParameterizedTest
  @CsvSource({
    "a=1&b=2, a=1&b=2",
    "limit=1, limit=1",
    "password=x, password=…",
    "PassWord=x&a=b, PassWord=…&a=b",
    "pass%77ord=x, pass%77ord=…",
    "token=a.b.c&access_token=d, token=…&access_token=…",
    "q=learner, q=…",
    "q=%6Cearner, q=…",
    "q=p%40ss%20word, q=…",
    "q=p%40ss+word, q=…",
    "learner, …",
    "q=xlearnerx, q=x…x",
    "a=%zz&q=%6Cearner, a=%zz&q=…",
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

  @Test
  void finds_a_short_password_only_where_it_stands_alone() {
    Redaction shorties = new Redaction(List.of("a", "b", "token"));
    assertThat(shorties.text("/api/b/abba/tokens/token")).isEqualTo("/api/…/abba/tokens/…");
    assertThat(shorties.query("a=1&x=b&y=ab&b")).isEqualTo("…=1&x=…&y=ab&…");
    assertThat(shorties.text("a")).isEqualTo("…");
  }

  @Test
  void leaves_the_words_of_an_explanation_alone() {
    Redaction shorties = new Redaction(List.of("a", "token", "password of"));
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
