package dev.whence.web.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.insight.compare.ReleaseHistory;
import dev.whence.insight.compare.Releases;
import dev.whence.provenance.Provenance;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceWordsTest {

  private static final AskingAgain.Young YOUNG =
      new AskingAgain.Young(Instant.parse("2026-02-01T00:00:00Z"));

  @Test
  void shouldAskAgainOnlyWhileAVersionIsNew() {
    Instant old = Instant.parse("2026-01-31T00:00:00Z");
    Instant young = Instant.parse("2026-02-02T00:00:00Z");

    assertThat(limit(new Releases().at(young).of("1.0.0", Evidence.NOT_FOUND)))
        .isEqualTo("We keep asking npm for it.");
    assertThat(limit(new Releases().at(old).of("1.0.0", Evidence.NOT_FOUND)))
        .isEqualTo("We no longer ask npm for it, because this version is not new.");
    assertThat(limit(new Releases().at(old).of("1.0.0", Evidence.UNREADABLE)))
        .endsWith("We no longer ask npm for it, because this version is not new.");
    assertThat(limit(new Releases().at(old).of("1.0.0", Evidence.REFUSED)))
        .as("tried again at intervals")
        .isEqualTo("We keep asking npm for it.");
  }

  @Test
  void shouldSayThatASelfHostedRunnerHasNoLevel() {
    assertThat(
            EvidenceWords.ofVersion(
                    Summaries.version("1.0.0", Evidence.VERIFIED, Summaries.selfHosted()))
                .toString())
        .endsWith(
            "The owner of a self-hosted runner could change the build, so it has no SLSA level.");
    assertThat(words(Evidence.VERIFIED)).doesNotContain("SLSA");
  }

  @Test
  void shouldSayWhatIsProvenWhereEveryCheckPassed() {
    assertThat(words(Evidence.VERIFIED))
        .isEqualTo(
            "Built from commit 9f3c2a1 (branch main) of github.com/nuxt/nuxt by the workflow"
                + " release.yml on a GitHub-hosted runner. All 12 checks passed.");
  }

  @Test
  void shouldCallAnUncheckedClaimAClaim() {
    assertThat(words(Evidence.NOT_CHECKED))
        .startsWith("The provenance says that this version was built from commit 9f3c2a1")
        .endsWith("This is pending: we have not checked it yet.");
    assertThat(words(Evidence.INCONCLUSIVE))
        .startsWith("The provenance says that this version was built")
        .endsWith("10 of 12 checks passed, none failed.");
    assertThat(words(Evidence.REJECTED))
        .isEqualTo(
            "Do not rely on this provenance: 2 of 12 checks did not pass. It claims that this"
                + " version was built from commit 9f3c2a1 (branch main) of github.com/nuxt/nuxt by the"
                + " workflow release.yml on a GitHub-hosted runner.");
  }

  @Test
  void shouldNotSummariseAProvenanceThatItCannotRead() {
    VersionSummary version = Summaries.version("4.1.2", Evidence.INCONCLUSIVE, null);
    assertThat(EvidenceWords.ofVersion(version).toString())
        .startsWith(
            "This version has provenance, but we cannot summarise it. This is inconclusive");
    assertThat(EvidenceWords.ofLatest(version).toString())
        .startsWith("The latest version, 4.1.2, has provenance, but we cannot summarise it.");
    assertThat(
            EvidenceWords.ofVersion(Summaries.version("4.1.2", Evidence.REJECTED, null)).toString())
        .endsWith(" We cannot summarise it.");
  }

  @Test
  void shouldSayNoOnlyWhereItIsKnown() {
    assertThat(words(Evidence.NONE)).contains("no provenance");
    assertThat(words(Evidence.PUBLISH_ONLY)).contains("No signed record says where it was built.");
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_FETCHED", "NOT_FOUND", "REFUSED", "FAILING", "REMOVED", "UNREADABLE"})
  void shouldNeverTellTheUnknownAsNo(Evidence evidence) {
    assertThat(words(evidence)).doesNotContain("no provenance").contains("We cannot say");
  }

  @Test
  void shouldSayWhatTheRegistryAnswersForWhatItLists() {
    assertThat(words(Evidence.NOT_FOUND))
        .isEqualTo(
            "npm lists an attestation for this version but answers 404 for it. We cannot say where"
                + " it was built.");
  }

  @Test
  void shouldNotTakeEveryInconclusiveCheckForALackOfOurs() {
    assertThat(limit(new Releases().of("1.0.0", Evidence.INCONCLUSIVE)))
        .as("the registry may state two different files")
        .startsWith("Usually we lack a key or a log")
        .doesNotContain("nothing about the package");
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
    VersionSummary version = Summaries.version("1.0.0", evidence, null);
    assertThat(EvidenceWords.limit(version, ReleaseHistory.of(List.of(version)), YOUNG))
        .isNotEmpty();
  }

  @Test
  void shouldComfortNobodyWithOtherPackagesWhereThisOneHadProvenance() {
    assertThat(limit(new Releases().byHand("4.1.2").byHand("4.1.3")))
        .startsWith("Most npm packages have no provenance.");
    assertThat(limit(new Releases().attested("4.1.2").byHand("4.1.3")))
        .as("the box of differences says it already")
        .isEqualTo("The repository that package.json names is not verified.");
    assertThat(limit(new Releases().byHand("3.0.0").attested("4.1.2").byHand("3.0.1")))
        .startsWith("Other versions of this package have provenance. This one has none.");
  }

  /** Of the release told last. */
  private static String limit(Releases releases) {
    return EvidenceWords.limit(
        releases.list().getLast(), ReleaseHistory.of(releases.list()), YOUNG);
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
