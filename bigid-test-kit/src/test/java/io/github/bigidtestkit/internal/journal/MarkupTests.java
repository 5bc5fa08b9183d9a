package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTests {

  @Test
  void escapes_what_html_and_xml_give_a_meaning() {
    assertThat(Markup.text("<a href=\"x\" title='y'>&amp;</a>"))
        .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
  }

  @Test
  void replaces_what_xml_can_not_hold() {
    assertThat(Markup.text("a\u0000b\u001bc\ud800d\uffffe\ud83d\ude00f"))
        .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\ud83d\ude00f");
  }

  @Test
  void shows_what_turns_the_direction_of_text_and_leaves_letters_alone() {
    assertThat(Markup.text("a\u202eb\u2066c\u200fd\u061ce"))
        .isEqualTo("a‹U+202E›b‹U+2066›c‹U+200F›d‹U+061C›e");
    assertThat(Markup.text("\u05d0\u05dc \u0627")).isEqualTo("\u05d0\u05dc \u0627");
  }

  @Test
  void cuts_long_text_but_never_within_a_character() {
    assertThat(Markup.text("\ud83d\ude00".repeat(401))).isEqualTo("\ud83d\ude00".repeat(400) + "…");
    assertThat(Markup.text("\ud83d\ude00".repeat(400))).isEqualTo("\ud83d\ude00".repeat(400));
  }
}
