package dev.whence.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Escapes are taken off once, and only where the text means the same without. */
class PercentTest {

  @ParameterizedTest
  @CsvSource({
    "release.yml, release.yml",
    "publish%20npm.yml, publish npm.yml",
    "refs/heads/%C3%BCber, refs/heads/über",
    "refs/heads/%c3%bcber, refs/heads/über",
    "%41, A",
    "fix-%2312, fix-#12",
    "%40bh/pkg%401, @bh/pkg@1",
    "100%25.yml, 100%.yml",
    "a%2520b, a%20b",
    "a%2Fb, a%2Fb",
    "a%2fb, a%2Fb",
    "%F0%9F%8C%8A, 🌊"
  })
  void shouldDecodePartsOnceButForASlash(String part, String decoded) {
    assertThat(Percent.decodedPart(part)).isEqualTo(decoded);
  }

  @ParameterizedTest
  @CsvSource({"100%.yml", "100%", "a%2", "a%zz", "%ff", "a%C3", "%00", "%0A", "%7f"})
  void shouldLeaveWhatIsNoEscapeOfText(String part) {
    assertThat(Percent.decodedPart(part)).isEqualToIgnoringCase(part);
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/bh%2Downer/r, https://github.com/bh-owner/r",
    "https://github.com/a/b%23x, https://github.com/a/b%23x",
    "https://github.com/a%2fb, https://github.com/a%2Fb",
    "https://user%40github.com/a, https://user%40github.com/a",
    "https://github.com/a%2520b, https://github.com/a%2520b"
  })
  void shouldLeaveWhatSeparatesThePartsOfAUrl(String url, String normalized) {
    assertThat(Percent.normalized(url)).isEqualTo(normalized);
  }

  @Test
  void shouldKeepTwoTextsApartThatDecodingTwiceWouldNot() {
    assertThat(Percent.decodedPart("a%2520b")).isNotEqualTo(Percent.decodedPart("a%20b"));
  }

  @ParameterizedTest
  @CsvSource({
    "a b, a%20b",
    "a%20b, a%20b",
    "100%, 100%25",
    "50%20off, 50%2520off",
    "50%2520off, 50%20off",
    "a%2Fb, a%2fb"
  })
  void shouldTellThatTwoSpellingsMeanTheSame(String left, String right) {
    assertThat(Percent.isSamePart(left, right)).isTrue();
    assertThat(Percent.isSamePart(right, left)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"a b, a%2520b", "a/b, a%2Fb", "a, b", "a b, A%20b"})
  void shouldTellThatTwoMeanAnother(String left, String right) {
    assertThat(Percent.isSamePart(left, right)).isFalse();
    assertThat(Percent.isSamePart(right, left)).isFalse();
  }
}
