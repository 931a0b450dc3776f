package dev.whence.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

  @Test
  void shouldWriteHiddenCharactersByTheirCodePoint() {
    assertThat(Shown.text("lod\u200Bash")).isEqualTo("lod⟨U+200B⟩ash");
    assertThat(Shown.text("a\u202Ecod.exe")).isEqualTo("a⟨U+202E⟩cod.exe");
    assertThat(Shown.text("\uFEFFx\u0000")).isEqualTo("⟨U+FEFF⟩x⟨U+0000⟩");
    assertThat(Shown.text("x\uDB40\uDC41y")).isEqualTo("x⟨U+E0041⟩y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "two\nlines\tand a tab",
        "naïve, 日本語, עברית",
        "👩\u200D💻 and ❤\uFE0F\u200D🔥"
      })
  void shouldLeaveReadableTextAlone(String text) {
    assertThat(Shown.text(text)).isEqualTo(text);
  }

  @Test
  void shouldShowAJoinerBetweenLetters() {
    assertThat(Shown.text("re\u200Dact")).isEqualTo("re⟨U+200D⟩act");
  }
}
