package dev.whence.insight.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.insight.compare.ComparedAspect.Outcome;
import dev.whence.provenance.Builder;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SourceRepository;
import dev.whence.provenance.Workflow;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which way each aspect of a version went. */
class ComparisonTest {

  private static final Builder HOSTED =
      new Builder(
          "https://github.com/actions/runner/github-hosted",
          CiProvider.GITHUB_ACTIONS,
          "github-hosted");
  private static final Builder SELF_HOSTED =
      new Builder(
          "https://github.com/actions/runner/self-hosted",
          CiProvider.GITHUB_ACTIONS,
          "self-hosted");
  private static final Workflow RELEASE = new Workflow(".github/workflows/release.yml", null);

  @Test
  void shouldFindNothingWhereNothingChanged() {
    assertThat(different(new Releases().attested("1.0.0").attested("1.0.1"))).isEmpty();
  }

  @Test
  void shouldWarnOfLessEvidenceAndNeverOfMore() {
    assertThat(different(new Releases().attested("1.0.0").byHand("1.0.1")))
        .containsExactly(Map.entry(Aspect.EVIDENCE, Outcome.LESS));
    assertThat(different(new Releases().byHand("1.0.0").attested("1.0.1")))
        .containsExactly(Map.entry(Aspect.EVIDENCE, Outcome.MORE));
    assertThat(different(new Releases().attested("1.0.0").of("1.0.1", Evidence.REJECTED)))
        .containsExactly(Map.entry(Aspect.EVIDENCE, Outcome.LESS));
    assertThat(different(new Releases().of("1.0.0", Evidence.REJECTED).attested("1.0.1")))
        .containsExactly(Map.entry(Aspect.EVIDENCE, Outcome.MORE));
    assertThat(different(new Releases().attested("1.0.0").removed("1.0.1")))
        .containsExactly(Map.entry(Aspect.EVIDENCE, Outcome.LESS));
    assertThat(different(new Releases().byHand("1.0.0").removed("1.0.1")))
        .containsExactly(Map.entry(Aspect.EVIDENCE, Outcome.OTHER));
    assertThat(different(new Releases().attested("1.0.0").of("1.0.1", Evidence.INCONCLUSIVE)))
        .as("what we lack is no loss of theirs")
        .containsExactly(Map.entry(Aspect.EVIDENCE, Outcome.OTHER));
    assertThat(different(new Releases().attested("1.0.0").of("1.0.1", Evidence.UNREADABLE)))
        .as("unknown is not no")
        .containsExactly(Map.entry(Aspect.EVIDENCE, Outcome.OTHER));
  }

  @Test
  void shouldTellThePublishersDirection() {
    assertThat(different(new Releases().attested("1.0.0").trusted("1.0.1")))
        .containsExactly(Map.entry(Aspect.PUBLISHER, Outcome.MORE));
    assertThat(different(new Releases().trusted("1.0.0").attested("1.0.1")))
        .containsExactly(Map.entry(Aspect.PUBLISHER, Outcome.LESS));
    assertThat(different(new Releases().by("eskil").attested("1.0.0").by("ylva").attested("1.0.1")))
        .containsExactly(Map.entry(Aspect.PUBLISHER, Outcome.OTHER));
    assertThat(
            different(
                new Releases().trustedWithout("1.0.0", "github").trustedWithout("1.0.1", "gitlab")))
        .containsExactly(Map.entry(Aspect.PUBLISHER, Outcome.NEW));
    assertThat(
            different(
                new Releases().by("github").byHand("1.0.0").trustedWithout("1.0.1", "github")))
        .as("an account that is named like a service is none")
        .containsExactly(Map.entry(Aspect.PUBLISHER, Outcome.MORE));
  }

  @Test
  void shouldTellRepositoriesApartByTheirIds() {
    SourceRepository same =
        SourceRepository.named("github.com", "other", "name").withIds("11", "1");
    SourceRepository stolen =
        SourceRepository.named("github.com", "octo", "tools").withIds("99", "7");
    SourceRepository handed =
        SourceRepository.named("github.com", "octo", "tools").withIds("11", "2");
    SourceRepository upper =
        SourceRepository.named("github.com", "OCTO", "tools").withIds("11", "1");
    SourceRepository unnumbered = SourceRepository.named("github.com", "octo", "tools");

    assertThat(afterSource(same)).containsExactly(Map.entry(Aspect.REPOSITORY, Outcome.RENAMED));
    assertThat(afterSource(handed)).containsExactly(Map.entry(Aspect.REPOSITORY, Outcome.RENAMED));
    assertThat(afterSource(stolen)).containsExactly(Map.entry(Aspect.REPOSITORY, Outcome.NEW));
    assertThat(afterSource(upper)).isEmpty();
    assertThat(afterSource(unnumbered)).isEmpty();
    assertThat(
            different(
                new Releases()
                    .attested("1.0.0")
                    .from(stolen)
                    .attested("1.0.1")
                    .from(Releases.SOURCE)
                    .attested("1.0.2")))
        .as("back to a known one")
        .containsExactly(Map.entry(Aspect.REPOSITORY, Outcome.OTHER));
  }

  @Test
  void shouldWarnOfABranchThatIsNewForThePackage() {
    Releases releases = new Releases().attested("8.1.0").attested("8.2.0");
    releases.onRef("refs/heads/snapshot-7f3a").attested("8.2.1");

    assertThat(releases.compare("8.2.1").of(Aspect.REF))
        .contains(
            new ComparedAspect(
                Aspect.REF, "refs/heads/main", "refs/heads/snapshot-7f3a", Outcome.NEW, 2, 2, 0));
    releases.onRef("refs/heads/main").attested("8.2.2");
    assertThat(releases.compare("8.2.2").of(Aspect.REF).orElseThrow().outcome())
        .isEqualTo(Outcome.OTHER);
  }

  @Test
  void shouldTakeTagsForAlike() {
    assertThat(
            different(
                new Releases()
                    .onRef("refs/tags/v1.0.0")
                    .attested("1.0.0")
                    .onRef("refs/tags/v1.0.1")
                    .attested("1.0.1")))
        .isEmpty();
    assertThat(
            different(
                new Releases()
                    .onRef("refs/tags/v1.0.0")
                    .attested("1.0.0")
                    .onRef("refs/heads/v1.0.1")
                    .attested("1.0.1")))
        .containsExactly(Map.entry(Aspect.REF, Outcome.NEW));
  }

  @Test
  void shouldWarnOfAnotherWorkflowTriggerAndRunner() {
    Releases releases =
        new Releases()
            .attested("1.0.0")
            .by(new Workflow("x.yml", null), "pull_request_target", SELF_HOSTED)
            .attested("1.0.1");

    assertThat(different(releases))
        .containsOnly(
            Map.entry(Aspect.WORKFLOW, Outcome.NEW),
            Map.entry(Aspect.TRIGGER, Outcome.NEW),
            Map.entry(Aspect.RUNNER, Outcome.NEW));
    assertThat(
            different(
                new Releases()
                    .by(RELEASE, "push", SELF_HOSTED)
                    .attested("1.0.0")
                    .by(RELEASE, "push", HOSTED)
                    .attested("1.0.1")))
        .as("from an own runner to a hosted one")
        .containsExactly(Map.entry(Aspect.RUNNER, Outcome.MORE));
  }

  @Test
  void shouldCompareNoMoreOfARejectedClaimThanThatItWasRejected() {
    Releases releases = new Releases().attested("1.0.0");
    releases.from(SourceRepository.named("github.com", "victim", "petal"));

    assertThat(different(releases.of("1.0.1", Evidence.REJECTED)))
        .containsExactly(Map.entry(Aspect.EVIDENCE, Outcome.LESS));
  }

  private static Map<Aspect, Outcome> afterSource(SourceRepository source) {
    return different(new Releases().attested("1.0.0").from(source).attested("1.0.1"));
  }

  /** Of the release told last. */
  private static Map<Aspect, Outcome> different(Releases releases) {
    Map<Aspect, Outcome> different = new TreeMap<>();
    releases.compare(releases.list().getLast().version()).compared().stream()
        .filter(one -> !one.isSame())
        .forEach(one -> different.put(one.aspect(), one.outcome()));
    return different;
  }
}
