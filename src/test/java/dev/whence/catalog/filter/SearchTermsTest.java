package dev.whence.catalog.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.address.ListPaths;
import dev.whence.provenance.SourceRepository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {

  private static final String COMMIT = "412786a0d5ba2e2b1bd4c5bd3a4ea6b84b1b0e2f";

  @ParameterizedTest
  @CsvSource({
    "github.com/nuxt/nuxt, https://github.com/nuxt/nuxt",
    "https://github.com/nuxt/nuxt, https://github.com/nuxt/nuxt",
    "http://www.github.com/nuxt/nuxt/, https://github.com/nuxt/nuxt",
    "git+https://GitHub.com/nuxt/nuxt.git#main, https://github.com/nuxt/nuxt",
    "git@github.com:nuxt/nuxt.git, https://github.com/nuxt/nuxt",
    "ssh://git@github.com/nuxt/nuxt, https://github.com/nuxt/nuxt",
    "https://github.com/nuxt/nuxt/actions/runs/17/attempts/1, https://github.com/nuxt/nuxt",
    "https://github.com/nuxt/nuxt/tree/main?x=y, https://github.com/nuxt/nuxt",
    "https://gitlab.com/group/sub/tool, https://gitlab.com/group/sub/tool",
    "https://gitlab.com/group/sub/tool/-/jobs/17, https://gitlab.com/group/sub/tool",
    "nuxt/nuxt,",
    "@nuxt/kit,",
    "github.com/nuxt,",
    "github.com//nuxt,",
    "https://,",
  })
  void shouldReadARepositoryWithItsForge(String text, @Nullable String url) {
    assertThat(SearchTerms.repository(text).map(SourceRepository::url).orElse(null)).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        COMMIT + " | ?commit=" + COMMIT + " ?shasum=" + COMMIT,
        "412786A | ?commit=412786a",
        "17686742434 | ?run=17686742434 ?log-index=17686742434 ?commit=17686742434",
        "17 | ?run=17 ?log-index=17",
        "https://github.com/nuxt/nuxt/actions/runs/17/attempts/1 | ?repository=github.com/nuxt/nuxt&run=17",
        "https://gitlab.com/a/b/c/-/jobs/9 | ?repository=gitlab.com/a/b/c&run=9",
        "https://github.com/nuxt/nuxt/commit/412786A | ?repository=github.com/nuxt/nuxt&commit=412786a",
        "https://search.sigstore.dev/?logIndex=508226558 | ?log-index=508226558",
        "nuxt |",
        "deadbee-f |",
        "https://github.com/nuxt/nuxt |",
      })
  void shouldReadWhatVersionsAreFoundBy(String text, @Nullable String filters) {
    assertThat(String.join(" ", SearchTerms.versions(text).stream().map(ListPaths::query).toList()))
        .isEqualTo(filters == null ? "" : filters);
  }

  @Test
  void shouldTakeADigestAsNpmWritesItAndAsHex() {
    String integrity = "sha512-" + "q".repeat(86) + "==";
    String hex = "aa".repeat(64).toUpperCase(java.util.Locale.ROOT);

    assertThat(SearchTerms.versions(integrity))
        .containsExactly(ListFilter.versions().with(VersionField.INTEGRITY, integrity));
    assertThat(SearchTerms.versions(hex))
        .containsExactly(
            ListFilter.versions()
                .with(VersionField.INTEGRITY, "sha512-" + "qqqq".repeat(21) + "qg=="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"github.com/", "a.b/", "https://a.b/c/", "/actions/runs/"})
  void shouldReadALongTextAtOnce(String beginning) {
    String text = beginning + "a.b/".repeat(75);

    assertThat(SearchTerms.versions(text)).isEmpty();
    assertThat(SearchTerms.repository(text)).isNotNull();
  }
}
