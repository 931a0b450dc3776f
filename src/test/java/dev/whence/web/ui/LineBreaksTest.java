package dev.whence.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreaksTest {

  @ParameterizedTest
  @CsvSource({
    "tidewater, tidewater",
    "saltmarsh/tools/saltmarsh, saltmarsh/ tools/ saltmarsh",
    ".github/workflows/release.yml, .github/ workflows/ release.yml",
    "https://github.com/a/b, https://github.com/ a/ b",
    "github.com/is/, github.com/ is/",
    "'', ''",
  })
  void shouldBreakAfterASlash(String text, String parts) {
    assertThat(String.join(" ", LineBreaks.pathParts(text))).isEqualTo(parts);
  }
}
