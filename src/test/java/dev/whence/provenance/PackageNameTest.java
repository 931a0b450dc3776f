package dev.whence.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every name that the registry ever took, and none that could leave its place. */
class PackageNameTest {

  private static final String LEGAL =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!~*'()_.-";

  @Test
  void shouldTakeEveryCharacterThatNpmEverTookAndNoOther() {
    for (char c = 0; c < 0x300; c++) {
      boolean legal = LEGAL.indexOf(c) >= 0;
      assertThat(PackageName.parse("a" + c + "b").isPresent()).as("%04x", (int) c).isEqualTo(legal);
      assertThat(PackageName.parse("@a" + c + "b/c").isPresent())
          .as("scope %04x", (int) c)
          .isEqualTo(legal);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "JSONStream", "@types/node", "-", "_", "0", "...", "@a/b.js", "_.", "a..b"})
  void shouldTake(String name) {
    assertThat(new PackageName(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "@a",
        "@a/",
        "@/b",
        "@a/..",
        "@a/.",
        "@../b",
        "@./b",
        "a/b",
        "@a/b/c",
        "@@a/b",
        "a@1",
        "a%2fb",
        "@a%2Fb",
        "a\\b",
        "a?b",
        "a#b",
        "a b",
        "a\nb",
        "a\0b",
        "é",
        "node_modules",
        "\uD83D\uDE00",
        "\u202Eabc"
      })
  void shouldRefuse(String name) {
    assertThat(PackageName.parse(name)).isEmpty();
    assertThatThrownBy(() -> new PackageName(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldBoundItsLength() {
    assertThat(PackageName.parse("a".repeat(PackageName.MAX_LENGTH))).isPresent();
    assertThat(PackageName.parse("a".repeat(PackageName.MAX_LENGTH + 1))).isEmpty();
    assertThatThrownBy(() -> new PackageName("a b".repeat(10_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }
}
