package dev.whence.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
