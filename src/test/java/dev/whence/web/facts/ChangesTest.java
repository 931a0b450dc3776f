package dev.whence.web.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.VersionSummary;
import dev.whence.provenance.SourceRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangesTest {

  private static final String RELEASE = ".github/workflows/release.yml";
  private static final VersionSummary BEFORE =
      Summaries.version("1.0.0", Evidence.VERIFIED, Summaries.nuxt());

  @Test
  void shouldFindNothingWhereNothingChanged() {
    assertThat(
            Changes.marks(Summaries.version("1.0.1", Evidence.VERIFIED, Summaries.nuxt()), BEFORE))
        .isEmpty();
  }

  @Test
  void shouldNameWhatChanged() {
    SourceRepository fork = SourceRepository.named("github.com", "someone", "nuxt");
    VersionSummary after =
        Summaries.version(
            "1.0.1", Evidence.VERIFIED, Summaries.provenance(fork, ".github/workflows/x.yml"));

    assertThat(Changes.marks(after, BEFORE))
        .containsExactly("another repository", "another workflow");
  }

  @Test
  void shouldTellARenameFromAnotherRepository() {
    SourceRepository before = Summaries.NUXT.withIds("71995937", "23360933");
    SourceRepository after =
        SourceRepository.named("github.com", "nuxt-org", "nuxt").withIds("71995937", "23360933");

    assertThat(
            Changes.marks(
                Summaries.version("1.0.1", Evidence.VERIFIED, Summaries.provenance(after, RELEASE)),
                Summaries.version(
                    "1.0.0", Evidence.VERIFIED, Summaries.provenance(before, RELEASE))))
        .containsExactly("repository renamed");
  }

  @Test
  void shouldSayThatProvenanceWasLostOrGained() {
    VersionSummary without = Summaries.version("1.0.1", Evidence.NO_ATTESTATION, null);

    assertThat(Changes.marks(without, BEFORE)).containsExactly("provenance lost");
    assertThat(Changes.marks(BEFORE, without)).containsExactly("provenance gained");
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_LOOKED_AT", "NOT_SERVED", "UNREADABLE"})
  void shouldStaySilentWhereSomethingIsUnknown(Evidence unknown) {
    assertThat(Changes.marks(Summaries.version("1.0.1", unknown, null), BEFORE)).isEmpty();
    assertThat(Changes.marks(BEFORE, Summaries.version("0.9.0", unknown, null))).isEmpty();
  }

  @Test
  void shouldNoticeThatAPersonPublishedInPlaceOfCi() {
    VersionSummary byCi =
        Summaries.published("1.0.0", Evidence.VERIFIED, Summaries.nuxt(), "github");

    assertThat(Changes.marks(Summaries.version("1.0.1", Evidence.VERIFIED, Summaries.nuxt()), byCi))
        .containsExactly("another publisher");
  }
}
