package dev.whence.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o/r",
        "o/r#main",
        "o/r#semver:^1.0.0",
        "github:o/r",
        "GitHub:o/r.git#main",
        "github:o/r/tree/main/packages/x",
        "github.com/o/r",
        "github.com/o/r.git",
        "www.github.com/o/r",
        "http://www.github.com/o/r",
        "https://github.com/o/r",
        "https://github.com/o/r/",
        "https://github.com/o/r.git",
        "https://github.com/o/r.git/",
        "https://github.com/o/r.git.git",
        "https://github.com:443/o/r.git",
        "http://github.com:80/o/r",
        "HTTPS://GitHub.com/o/r.git",
        " https://github.com/o/r ",
        "https://github.com/o/r?tab=readme",
        "https://github.com/o/r#readme",
        "https://user:secret@github.com/o/r.git",
        "https://ghp_token@github.com/o/r.git",
        "git+https://github.com/o/r.git",
        "git+https://git@github.com:o/r.git",
        "git+http://github.com/o/r",
        "git://github.com/o/r.git",
        "git://github.com:9418/o/r.git",
        "git+ssh://git@github.com/o/r.git",
        "git+ssh://git@github.com:o/r.git",
        "ssh://git@github.com/o/r",
        "ssh://git@github.com:22/o/r",
        "ssh://git@ssh.github.com:443/o/r.git",
        "git@github.com:o/r.git",
        "git@github.com:/o/r.git",
        "github.com:o/r",
        "https://github.com/o/r/tree/main/packages/x",
        "https://github.com/o/r/blob/main/README.md",
        "https://github.com/o/r/issues",
        "https://github.com/o/r/wiki",
        "https://github.com/o/r/releases/tag/v1",
        "git+https://github.com/o/r.git@refs/heads/main",
      })
  void shouldReadForSureWhatNpmOrTheForgeTakes(String text) {
    assertThat(SourceAddress.read(text))
        .isInstanceOfSatisfying(
            SourceAddress.Repository.class,
            found -> {
              assertThat(found.repository())
                  .isEqualTo(SourceRepository.named("github.com", "o", "r"));
              assertThat(found.isSure()).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o/r/tree/main/packages/x",
        "git:github.com/o/r.git",
        "git+https://https://github.com/o/r.git",
        "git+https://github.com//o/r.git",
        "https://github.com/o/r@v1.0.0",
      })
  void shouldReadOtherSpellingsButNotForSure(String text) {
    assertThat(SourceAddress.read(text))
        .isInstanceOfSatisfying(
            SourceAddress.Repository.class,
            found -> {
              assertThat(found.repository().url()).isEqualTo("https://github.com/o/r");
              assertThat(found.isSure()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "gitlab:g/s/p, gitlab.com, g/s, p, true",
    "https://gitlab.com/g/s/p.git, gitlab.com, g/s, p, true",
    "https://gitlab.com/g/s/p/-/tree/main/x, gitlab.com, g/s, p, true",
    "https://gitlab.com/g/p/-/issues/3, gitlab.com, g, p, true",
    "https://gitlab.com/g/p/tree/main/x, gitlab.com, g, p, true",
    "https://gitlab.com/g/p/issues, gitlab.com, g, p, false",
    "git@gitlab.com:g/s/t/p.git, gitlab.com, g/s/t, p, true",
    "bitbucket:o/r, bitbucket.org, o, r, true",
    "https://bitbucket.org/o/r/src/main/x, bitbucket.org, o, r, true",
    "ssh://git@altssh.bitbucket.org:443/o/r.git, bitbucket.org, o, r, true",
    "https://codeberg.org/o/r/src/branch/main, codeberg.org, o, r, true",
    "https://git.sr.ht/~o/r, git.sr.ht, ~o, r, true",
    "https://git.example.org/a/b/c, git.example.org, a/b, c, false",
    "https://git.example.org/a/b/-/tree/main, git.example.org, a, b, false",
    "https://git.example.org/a/b/src/branch/main, git.example.org, a, b, false",
    "https://git.example.org:8443/a/b.git, git.example.org:8443, a, b, false",
    "ssh://git@github.com:2222/o/r, github.com:2222, o, r, false",
    "http://forge/a/b, forge, a, b, false",
  })
  void shouldReadEachForgeItsOwnWay(
      String text, String host, String owner, String name, boolean isSure) {
    assertThat(SourceAddress.read(text))
        .isInstanceOfSatisfying(
            SourceAddress.Repository.class,
            found -> {
              assertThat(found.repository()).isEqualTo(SourceRepository.named(host, owner, name));
              assertThat(found.isSure()).isEqualTo(isSure);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gist:11081aaa281",
        "gist:somebody/11081aaa281",
        "https://gist.github.com/11081aaa281.git",
        "https://gist.github.com/somebody/11081aaa281",
        "git@gist.github.com:11081aaa281.git",
      })
  void shouldKnowAGistFromARepository(String text) {
    assertThat(SourceAddress.read(text)).isEqualTo(new SourceAddress.Gist("11081aaa281"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nuxt",
        "@nuxt/kit",
        "/o/r",
        "./o/r",
        "../o",
        "o/..",
        "https://github.com/o",
        "https://github.com/",
        "https://github.com",
        "https://github.com/orgs/o/repositories",
        "https://github.com/sponsors/o",
        "https://gitlab.com/groups/g/s",
        "https://api.github.com/repos/o/r",
        "https://raw.githubusercontent.com/o/r/main/x",
        "https://o.github.io/r/x",
        "https://www.npmjs.com/package/nuxt",
        "https://registry.npmjs.org/nuxt/-/nuxt-1.0.0.tgz",
        "example.org/r",
        "javascript:alert(1)/x",
        "javascript://github.com/o/r",
        "data:text/html,o/r",
        "file:///o/r",
        "somebody@example.org",
        "https://github.com/o/r\u202Egit",
        "https://github.com/o/r\u0000",
        "https://github.com/o /r",
        "https://github.com/o/<script>",
        "https://github.com/o/%2e%2e",
        "https://gith\u00FCb.com/o/r",
        "git+https://git+https://git+https://",
      })
  void shouldTakeNothingElseForARepository(String text) {
    assertThat(SourceAddress.read(text)).isEqualTo(new SourceAddress.None());
  }

  @Test
  void shouldReadLongTextsAtOnce() {
    assertThat(SourceAddress.read("a/".repeat(5_000))).isEqualTo(new SourceAddress.None());
    assertThat(SourceAddress.read("https://".repeat(120))).isEqualTo(new SourceAddress.None());
    assertThat(SourceAddress.withoutCredentials("https://" + ":@".repeat(5_000) + "github.com/o/r"))
        .isEqualTo("https://github.com/o/r");
    assertThat(SourceAddress.withoutCredentials("://".repeat(5_000) + "@")).endsWith("@");
  }

  @ParameterizedTest
  @CsvSource({
    "git+https://user:secret@github.com/o/r.git, git+https://github.com/o/r.git",
    "https://ghp_secret@github.com/o/r.git, https://github.com/o/r.git",
    "https://x:se/cret@github.com/o/r, https://github.com/o/r",
    "https://a@b:secret@github.com/o/r, https://github.com/o/r",
    "git+https://https://user:secret@github.com/o/r, git+https://https://github.com/o/r",
    "user:secret@github.com:o/r.git, github.com:o/r.git",
    "gitlab:user:secret@o/r, gitlab:o/r",
    "git@github.com:o/r.git, git@github.com:o/r.git",
    "ssh://git@github.com/o/r, ssh://git@github.com/o/r",
    "https://github.com:443/o/r@v1, https://github.com:443/o/r@v1",
    "o/r#semver:1@2, o/r#semver:1@2",
    "@nuxt/kit, @nuxt/kit",
    "somebody@example.org, somebody@example.org",
  })
  void shouldDropWhoMayRead(String text, String rest) {
    assertThat(SourceAddress.withoutCredentials(text)).isEqualTo(rest).doesNotContain("secret");
  }

  @Test
  void shouldNotDependOnTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr", "TR"));
      assertThat(SourceAddress.repository("HTTPS://GITHUB.COM/o/r"))
          .contains(SourceRepository.named("github.com", "o", "r"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void shouldTakeOnlyTheUrlOfTheRepositoryItselfInASignedStatement() {
    assertThat(SourceRepository.parseUrl("git+https://github.com/o/r@refs/heads/main"))
        .contains(SourceRepository.named("github.com", "o", "r"));
    assertThat(SourceRepository.parseUrl("https://github.com/o/r/issues")).isEmpty();
    assertThat(SourceRepository.parseUrl("o/r")).isEmpty();
    assertThat(SourceRepository.parseUrl("git@github.com:o/r.git")).isEmpty();
  }
}
