package dev.whence.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

  @Test
  void shouldShowWhereItLeads() {
    assertThat(Link.to("https://github.com/nuxt/nuxt"))
        .contains(new Link("https://github.com/nuxt/nuxt", "github.com/nuxt/nuxt"));
    assertThat(Link.to("http://example.org/a"))
        .contains(new Link("http://example.org/a", "http://example.org/a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/",
        "/package/x",
        "https:alert(1)",
        "https://github.com@example.org/nuxt",
        "https://exa mple.org/",
        "https://example.org/\"onmouseover=",
        " https://example.org/",
        "java\nscript:alert(1)",
        "",
      })
  void shouldRefuseWhatIsNotAPlainWebAddress(String url) {
    assertThat(Link.to(url)).isEmpty();
  }

  @Test
  void shouldRefuseWhatIsAbsentOrTooLong() {
    assertThat(Link.to(null)).isEmpty();
    assertThat(Link.to("https://example.org/" + "a".repeat(2_000))).isEmpty();
  }

  @Test
  void shouldWriteOtherAlphabetsAsAscii() {
    assertThat(Link.to("https://example.org/日本").orElseThrow().href())
        .isEqualTo("https://example.org/%E6%97%A5%E6%9C%AC");
  }
}
