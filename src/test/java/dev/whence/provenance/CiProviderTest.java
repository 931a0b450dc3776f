package dev.whence.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which CI service an issuer stands for. */
class CiProviderTest {

  private static final String GITHUB = "https://token.actions.githubusercontent.com";

  @ParameterizedTest
  @ValueSource(strings = {"", "/bh-enterprise", "/Big_Company-2"})
  void shouldTakeGithubWithOrWithoutAnEnterprise(String enterprise) {
    assertThat(CiProvider.ofIssuer(GITHUB + enterprise)).isEqualTo(CiProvider.GITHUB_ACTIONS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GITHUB + "/",
        GITHUB + "/a/b",
        GITHUB + "/a/",
        GITHUB + "//a",
        GITHUB + "/a?b",
        GITHUB + "/a#b",
        GITHUB + "/..",
        GITHUB + "/%61",
        GITHUB + ".example/a",
        GITHUB + ":443",
        "http://token.actions.githubusercontent.com",
        "https://token.actions.githubusercontent.com@evil.example/a",
        "https://gitlab.com/group",
        "https://gitlab.example",
        "https://oidc.circleci.com/org/5f1c",
        "https://accounts.google.com",
        ""
      })
  void shouldNotKnowAnyOther(String issuer) {
    assertThat(CiProvider.ofIssuer(issuer)).isEqualTo(CiProvider.OTHER);
  }

  @Test
  void shouldKnowGitlabAndNobody() {
    assertThat(CiProvider.ofIssuer("https://gitlab.com")).isEqualTo(CiProvider.GITLAB_CI);
    assertThat(CiProvider.ofIssuer(null)).isEqualTo(CiProvider.OTHER);
  }
}
