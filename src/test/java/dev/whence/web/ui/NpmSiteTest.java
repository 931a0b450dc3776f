package dev.whence.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NpmSiteTest {

  private static final String NPM = "https://registry.npmjs.org/";

  @Test
  void shouldLeadToWhatNpmShows() {
    assertThat(NpmSite.version(NPM, "@nuxt/kit", "4.1.2"))
        .map(Link::href)
        .contains("https://www.npmjs.com/package/@nuxt/kit/v/4.1.2");
    assertThat(NpmSite.forPackage(NPM, "nuxt"))
        .map(Link::href)
        .contains("https://www.npmjs.com/package/nuxt");
    assertThat(NpmSite.account(NPM, "danielroe"))
        .map(Link::href)
        .contains("https://www.npmjs.com/~danielroe");
  }

  @Test
  void shouldLeadNowhereFromAnotherRegistry() {
    assertThat(NpmSite.forPackage("http://127.0.0.1:4873/", "nuxt")).isEmpty();
    assertThat(NpmSite.account(null, "danielroe")).isEmpty();
  }
}
