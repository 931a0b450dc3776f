package dev.whence.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageReferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "bh15@1.0.0 | bh15 | 1.0.0",
        "@nuxt/kit@4.1.2 | @nuxt/kit | 4.1.2",
        "nuxt@latest | nuxt | latest",
        "nuxt@^4 | nuxt | ^4",
        "nuxt 4.1.2 | nuxt | 4.1.2",
        "@nuxt/kit 4.1.2 | @nuxt/kit | 4.1.2",
        "\"nuxt\": \"^4.1.2\", | nuxt | ^4.1.2",
        "pkg:npm/bh15@1.0.0 | bh15 | 1.0.0",
        "pkg:npm/%40nuxt/kit@4.1.2 | @nuxt/kit | 4.1.2",
        "pkg:npm/@nuxt/kit@4.1.2?repository_url=https://registry.npmjs.org | @nuxt/kit | 4.1.2",
        "pkg:npm/nuxt | nuxt |",
        "pkg:npm/%40nuxt/kit?x=y | @nuxt/kit |",
        "https://www.npmjs.com/package/nuxt | nuxt |",
        "https://www.npmjs.com/package/nuxt?activeTab=versions | nuxt |",
        "https://www.npmjs.com/package/@nuxt/kit/v/4.1.2 | @nuxt/kit | 4.1.2",
        "npmjs.com/package/%40nuxt%2Fkit | @nuxt/kit |",
        "https://registry.npmjs.org/nuxt/-/nuxt-4.1.2.tgz | nuxt | 4.1.2",
        "https://registry.npmjs.org/@nuxt/kit/-/kit-4.1.2-rc.1.tgz | @nuxt/kit | 4.1.2-rc.1",
        "https://npm.example.org/mirror/npm/@nuxt%2fkit/-/kit-4.1.2.tgz | @nuxt/kit | 4.1.2",
        "https://registry.npmjs.org/nuxt/4.1.2 | nuxt | 4.1.2",
        "https://registry.npmjs.org/@nuxt%2fkit | @nuxt/kit |",
        "https://unpkg.com/nuxt@4.1.2/dist/index.js | nuxt | 4.1.2",
        "https://unpkg.com/@nuxt/kit@4.1.2 | @nuxt/kit | 4.1.2",
        "https://cdn.jsdelivr.net/npm/nuxt@4.1.2/+esm | nuxt | 4.1.2",
        "https://www.jsdelivr.com/package/npm/nuxt | nuxt |",
        "https://deps.dev/npm/%40nuxt%2Fkit/4.1.2 | @nuxt/kit | 4.1.2",
        "https://npmx.dev/package/nuxt/v/4.1.2 | nuxt | 4.1.2",
        "npm i nuxt | nuxt |",
        "npm install -D @nuxt/kit@4 | @nuxt/kit | 4",
        "pnpm add nuxt@4.1.2 --save-exact | nuxt | 4.1.2",
        "npx nuxt | nuxt |",
      })
  void shouldReadWhatOtherToolsPrint(String text, String name, @Nullable String version) {
    assertThat(PackageReference.read(text))
        .contains(new PackageReference(new PackageName(name), version));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nuxt",
        "@nuxt/kit",
        "nuxt framework for vue",
        "https://github.com/nuxt/nuxt",
        "git@github.com:nuxt/nuxt.git",
        "https://www.npmjs.com/~somebody",
        "https://www.npmjs.com/package/",
        "https://example.org/package/nuxt",
        "pkg:pypi/nuxt@4.1.2",
        "pkg:npm/",
        "pkg:npm/nuxt@4.1.2?repository_url=https://npm.example.org",
        "pkg:npm/nuxt?repository_url=https://npm.example.org",
        "npm i",
        "javascript:alert(1)",
        "@1.0.0",
        "nuxt@",
        "<b>@1.0.0",
      })
  void shouldTakeNothingElseForOne(String text) {
    assertThat(PackageReference.read(text)).isEmpty();
  }

  @Test
  void shouldReadLongTextsAtOnce() {
    assertThat(PackageReference.read("npm i " + "-x ".repeat(180))).isEmpty();
    assertThat(PackageReference.read("https://a/" + "@a/".repeat(190))).isEmpty();
    assertThat(PackageReference.read("a ".repeat(5_000))).isEmpty();
  }
}
