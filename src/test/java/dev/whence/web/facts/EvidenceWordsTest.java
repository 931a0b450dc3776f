package dev.whence.web.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.provenance.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceWordsTest {

  @Test
  void shouldSayWhatIsProvenWhereEveryCheckPassed() {
    assertThat(words(Evidence.VERIFIED))
        .isEqualTo(
            "Built from commit 9f3c2a1 of github.com/nuxt/nuxt by the workflow release.yml on a"
                + " GitHub-hosted runner. All 12 checks passed.");
  }

  @Test
  void shouldCallAnUncheckedClaimAClaim() {
    assertThat(words(Evidence.NOT_VERIFIED))
        .startsWith("Said to be built from commit 9f3c2a1")
        .endsWith("Nobody has checked this claim here yet.");
    assertThat(words(Evidence.UNDECIDED))
        .startsWith("Said to be built")
        .endsWith("10 of 12 checks passed, none failed.");
    assertThat(words(Evidence.REJECTED))
        .startsWith("Said to be built")
        .contains("This claim was rejected");
  }

  @Test
  void shouldSayNoOnlyWhereItIsKnown() {
    assertThat(words(Evidence.NO_ATTESTATION)).contains("no provenance");
    assertThat(words(Evidence.PUBLISH_ONLY)).contains("none that says where it was built");
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_LOOKED_AT", "NOT_SERVED", "UNREADABLE"})
  void shouldNeverTellTheUnknownAsNo(Evidence evidence) {
    assertThat(words(evidence)).doesNotContain("no provenance").contains("known");
  }

  @Test
  void shouldNotPromiseToFetchWhatIsGone() {
    assertThat(EvidenceWords.ofVersion(Summaries.removed("1.0.0", Evidence.REMOVED)).toString())
        .contains("before we saw it")
        .doesNotContain("yet");
  }

  @ParameterizedTest
  @EnumSource
  void shouldSayTheSameOfTheLatestVersion(Evidence evidence) {
    assertThat(
            EvidenceWords.ofLatest(Summaries.version("4.1.2", evidence, Summaries.nuxt()))
                .toString())
        .matches("The latest version, 4\\.1\\.2, (was|has|is|comes) .*\\.");
  }

  @ParameterizedTest
  @EnumSource
  void shouldNeverSpeakOfSafetyAsProven(Evidence evidence) {
    assertThat(words(evidence)).doesNotContainIgnoringCase("safe").doesNotContain("verified");
    assertThat(EvidenceWords.limit(Summaries.version("1.0.0", evidence, null))).isNotEmpty();
  }

  @Test
  void shouldLeaveOutWhatTheProvenanceDoesNotState() {
    Provenance nothing = new Provenance(null, null, null, null, null, null, null, null, null);

    assertThat(
            EvidenceWords.ofVersion(Summaries.version("1.0.0", Evidence.VERIFIED, nothing))
                .toString())
        .isEqualTo("Built from a repository that it does not name. All 12 checks passed.");
  }

  private static String words(Evidence evidence) {
    return EvidenceWords.ofVersion(Summaries.version("4.1.2", evidence, Summaries.nuxt()))
        .toString();
  }
}
