package dev.whence.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRepositoryTest {

  private static final SourceRepository NAMED =
      SourceRepository.named("github.com", "bh-owner", "bh-repo");

  @Test
  void shouldBeOneRepositoryUnderTwoNamesWhereTheForgeGivesOneId() {
    SourceRepository renamed = SourceRepository.named("github.com", "bh-new-owner", "bh-other");

    assertThat(NAMED.withIds("1101", "11").isSame(renamed.withIds("1101", "12"))).isTrue();
  }

  @Test
  void shouldBeTwoRepositoriesUnderOneNameWhereTheForgeGivesTwoIds() {
    assertThat(NAMED.withIds("1101", "11").isSame(NAMED.withIds("1102", "11"))).isFalse();
  }

  @Test
  void shouldTellNothingByEqualIdsOfTwoForges() {
    SourceRepository elsewhere = SourceRepository.named("gitlab.com", "bh-owner", "bh-repo");

    assertThat(NAMED.withIds("1101", null).isSame(elsewhere.withIds("1101", null))).isFalse();
  }

  @Test
  void shouldCompareNamesWhereOneSideHasNoId() {
    SourceRepository otherCase = SourceRepository.named("github.com", "BH-Owner", "bh-repo");

    assertThat(NAMED.isSame(otherCase.withIds("1101", "11"))).isTrue();
    assertThat(NAMED.withIds("1101", "11").isSame(otherCase)).isTrue();
    assertThat(NAMED.isSame(SourceRepository.named("github.com", "bh-owner", "other"))).isFalse();
  }

  /** GitLab lets projects have the names of what is inside of others. */
  @ParameterizedTest
  @ValueSource(strings = {"releases", "actions", "src", "wiki", "issues", "tags", "commit"})
  void shouldReadAProjectThatIsNamedAsAPartOfOthers(String name) {
    String url = "https://gitlab.com/bh-group/tools/" + name;

    assertThat(SourceRepository.parseUrl("git+" + url + "@refs/heads/main"))
        .contains(SourceRepository.named("gitlab.com", "bh-group/tools", name));
    assertThat(SourceRepository.parseUrl(url + "/deeper"))
        .contains(SourceRepository.named("gitlab.com", "bh-group/tools/" + name, "deeper"));
    assertThat(SourceAddress.repository(url))
        .contains(SourceRepository.named("gitlab.com", "bh-group", "tools"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gitlab.com/bh-group/tools/-/tree/main",
        "https://gitlab.com/bh-group/tools/tree/main",
        "https://gitlab.com/bh-group/tools.git/releases",
        "https://github.com/bh-owner/bh-repo/releases",
        "github.com/bh-owner/bh-repo",
        "ftp://github.com/bh-owner/bh-repo"
      })
  void shouldReadNoRepositoryWhereTheUrlIsOfSomethingElse(String url) {
    assertThat(SourceRepository.parseUrl(url)).isEmpty();
  }
}
