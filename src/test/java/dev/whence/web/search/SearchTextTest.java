package dev.whence.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

  @Test
  void shouldSearchForNothingWhereNothingIsAsked() {
    assertThat(SearchText.of(null).value()).isEmpty();
    assertThat(SearchText.of("  ").value()).isEmpty();
  }

  @Test
  void shouldDropWhatNoNameHas() {
    assertThat(SearchText.of("\u0000nu\nxt\t ").value()).isEqualTo("nuxt");
  }

  @Test
  void shouldCutWhatIsLongerThanAnyName() {
    SearchText text = SearchText.of("x".repeat(299) + "😀" + "y".repeat(5_000));

    assertThat(text.isCut()).isTrue();
    assertThat(text.value()).isEqualTo("x".repeat(299));
  }
}
