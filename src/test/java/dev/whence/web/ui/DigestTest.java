package dev.whence.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {

  @Test
  void shouldShortenInTheMiddleAndKeepTheWhole() {
    Digest digest = Digest.of("0123456789abcdef0123456789abcdef");

    assertThat(digest.shortened()).isEqualTo("0123456789ab…89abcdef");
    assertThat(digest.full()).isEqualTo("0123456789abcdef0123456789abcdef");
    assertThat(digest.isShortened()).isTrue();
  }

  @Test
  void shouldLeaveShortTextWhole() {
    assertThat(Digest.of("0123456789").isShortened()).isFalse();
    assertThat(Digest.commit("abc").shortened()).isEqualTo("abc");
  }

  @Test
  void shouldKeepTheAlgorithmInSight() {
    assertThat(Digest.integrity("sha512-" + "A".repeat(86) + "==").shortened())
        .isEqualTo("sha512-AAAAAAAAAAAA…AAAAAA==");
  }

  @Test
  void shouldShortenACommitAsForgesDo() {
    assertThat(Digest.commit("9f3c2a1b00000000000000000000000000000000").shortened())
        .isEqualTo("9f3c2a1");
  }
}
