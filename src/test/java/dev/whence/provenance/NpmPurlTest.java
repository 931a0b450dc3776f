package dev.whence.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpmPurlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pkg:npm/%40scope/name@1.0.0-rc.1%2B5",
        "pkg:npm/@scope/name@1.0.0-rc.1%2B5",
        "pkg:npm/@scope/name@1.0.0-rc.1%2b5",
        "pkg:npm/%40scope/name@1.0.0-rc.1+5",
        "pkg:npm/%40sc%6Fpe/n%61me@1.0.0-rc.1+5",
        "pkg:npm/%40sc%6fpe/name@1.0.0-rc.1+5",
        "PKG:NPM/@scope/name@1.0.0-rc.1+5",
        "pkg://npm/@scope/name@1.0.0-rc.1+5",
        "pkg:npm/@scope/name@1.0.0-rc.1+5?arch=x64",
        "pkg:npm/@scope/name@1.0.0-rc.1+5?repository_url=",
        "pkg:npm/@scope/name@1.0.0-rc.1+5?repository_url=https://registry.npmjs.org",
        "pkg:npm/@scope/name@1.0.0-rc.1+5?repository_url=https://Registry.npmjs.org:443/",
        "pkg:npm/@scope/name@1.0.0-rc.1+5?repository_url=https%3A%2F%2fregistry.npmjs.org%2F",
        "pkg:npm/@scope/name@1.0.0-rc.1+5?a=b&repository_url=registry.npmjs.org"
      })
  void shouldReadEverySpellingOfOneVersion(String purl) {
    assertThat(NpmPurl.parse(purl)).contains(new NpmPurl("@scope/name", "1.0.0-rc.1+5"));
    assertThat(NpmPurl.same(purl, "pkg:npm/%40scope/name@1.0.0-rc.1%2B5")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pkg:npm/",
        "pkg:npm/name",
        "pkg:npm/name@",
        "pkg:npm/@scope/name",
        "pkg:npm/@scope/@1.0.0",
        "pkg:npm//name@1.0.0",
        "pkg:npm/%40scope%2Fname@1.0.0",
        "pkg:npm/name@1.0.0%",
        "pkg:npm/name@1.0.0%4",
        "pkg:npm/name@1.0.0%zz",
        "pkg:npm/name@1.0.0%ff",
        "pkg:npm/name@1.0.0#lib/index.js",
        "pkg:npm/name@1.0.0?repository_url=https://registry.example",
        "pkg:npm/name@1.0.0?repository_url=https%3A%2F%2Fregistry.example",
        "pkg:npm/name@1.0.0?Repository_URL=https://registry.example",
        "pkg:npm/name@1.0.0?repository_url=http://registry.npmjs.org",
        "pkg:npm/name@1.0.0?repository_url=https://registry.npmjs.org.example",
        "pkg:npm/name@1.0.0?repository_url=https://registry.example/registry.npmjs.org",
        "pkg:npm/name@1.0.0?repository_url=https://registry.npmjs.org@registry.example",
        "pkg:npm/name@1.0.0?repository_url=registry.npmjs.org&repository_url=registry.example",
        "pkg:npm/name@1.0.0?repository_url=https://registry.npmjs.org%252Fx",
        "pkg:pypi/name@1.0.0",
        "npm/name@1.0.0"
      })
  void shouldRefuseWhatNamesNoVersion(String purl) {
    assertThat(NpmPurl.parse(purl)).isEmpty();
    assertThat(NpmPurl.same(purl, purl)).isTrue();
    assertThat(NpmPurl.same(purl, "pkg:npm/name@1.0.0")).isFalse();
  }

  @Test
  void shouldDecodeOnce() {
    assertThat(NpmPurl.same("pkg:npm/%2540scope/name@1.0.0", "pkg:npm/@scope/name@1.0.0"))
        .isFalse();
  }

  @Test
  void shouldKeepTheCaseOfNames() {
    assertThat(NpmPurl.same("pkg:npm/JSONStream@1.0.0", "pkg:npm/jsonstream@1.0.0")).isFalse();
  }
}
