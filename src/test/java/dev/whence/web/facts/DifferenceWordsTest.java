package dev.whence.web.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.insight.compare.Releases;
import dev.whence.provenance.SourceRepository;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The marks and sentences about a difference, {@code !} before a warning, {@code +} before good
 * news.
 */
class DifferenceWordsTest {

  private static final Map<String, String> SIGNS = Map.of("warn", "!", "good", "+", "plain", "");

  private static final SourceRepository FORK =
      SourceRepository.named("github.com", "someone", "tools").withIds("12", "2");

  @Test
  void shouldFindNothingWhereNothingChanged() {
    assertThat(marks(new Releases().attested("1.0.0").attested("1.0.1"))).isEmpty();
    assertThat(sentences(new Releases().attested("1.0.0").attested("1.0.1"))).isEmpty();
    assertThat(marks(new Releases().attested("1.0.0"))).isEmpty();
  }

  @Test
  void shouldWarnOfLossAndTellAGainWithoutWarning() {
    assertThat(marks(new Releases().attested("1.0.0").byHand("1.0.1")))
        .containsExactly("!no longer with provenance");
    assertThat(marks(new Releases().byHand("1.0.0").attested("1.0.1")))
        .containsExactly("+first with provenance");
    assertThat(marks(new Releases().attested("1.0.0").byHand("1.0.1").trusted("1.0.2")))
        .containsExactly("with provenance again", "now by trusted publishing");
    assertThat(marks(new Releases().attested("2.0.0").byHand("1.0.0").attested("1.0.1")))
        .as("the package had it, this line had not: no warning, and not the first")
        .containsExactly("has provenance, unlike 1.0.0");
  }

  @Test
  void shouldNotCallAProvenanceGoodThatIsNotVerified() {
    assertThat(marks(new Releases().byHand("1.0.0").of("1.0.1", Evidence.INCONCLUSIVE)))
        .containsExactly("first with provenance");
  }

  @Test
  void shouldSayWhichReleaseHadTheProvenance() {
    Releases releases = new Releases().attested("3.5.35").byHand("3.5.36");

    assertThat(sentences(releases))
        .containsExactly(
            "!Lost in 3.5.36: provenance. The earlier release 3.5.35 has it. This one has none.");
    assertThat(sentences(releases.byHand("3.5.37")))
        .containsExactly(
            "!Lost in 3.5.37: provenance. The earlier release 3.5.35 has it. 3.5.36 and this"
                + " one have none.");
    assertThat(sentences(releases.attested("3.5.38")))
        .containsExactly(
            "Back in 3.5.38: provenance. 3.5.35 has it. The release in between, 3.5.37, has"
                + " none.");
  }

  @Test
  void shouldLikenOnlyWhatIsAlike() {
    Releases rejected = new Releases().attested("1.0.0").of("1.0.1", Evidence.REJECTED);

    assertThat(sentences(rejected.byHand("1.0.2")))
        .as("1.0.1 has a provenance, though a rejected one")
        .containsExactly(
            "!Lost in 1.0.2: provenance. The earlier release 1.0.0 has it. This one has none.");
    assertThat(
            sentences(
                new Releases().attested("1.0.0").of("1.0.1", Evidence.REJECTED).attested("1.0.2")))
        .containsExactly(
            "Back in 1.0.2: provenance. 1.0.0 has it. The release in between, 1.0.1, has one"
                + " that was rejected.");
    assertThat(
            sentences(
                new Releases().attested("1.0.0").of("1.0.1", Evidence.FAILING).byHand("1.0.2")))
        .as("1.0.0 is not the release before")
        .containsExactly(
            "!Lost in 1.0.2: provenance. The earlier release 1.0.0 has it. This one has none.");
  }

  @Test
  void shouldNotSayThatReleasesShareATag() {
    Releases releases = new Releases().onRef("refs/tags/v1.0.0").attested("1.0.0");
    releases.onRef("refs/tags/v1.0.1").attested("1.0.1").onRef("refs/heads/x").attested("1.0.2");

    assertThat(sentences(releases))
        .containsExactly(
            "!New in 1.0.2: built from branch x. The 2 earlier versions with provenance came from a"
                + " tag each.");
    assertThat(sentences(releases.onRef("refs/tags/v1.0.3").attested("1.0.3")))
        .containsExactly(
            "New in 1.0.3: built from tag v1.0.3. 1.0.2 came from branch x. 2 earlier versions came"
                + " from a tag, too.");
  }

  @Test
  void shouldMarkWhatWasRejectedOrRemoved() {
    assertThat(marks(new Releases().attested("1.1.0").of("1.2.0", Evidence.REJECTED)))
        .containsExactly("!rejected, unlike 1.1.0");
    assertThat(marks(new Releases().attested("1.1.0").removed("1.2.0")))
        .containsExactly("!removed before we could fetch it");
    assertThat(marks(new Releases().byHand("5.6.0").removed("5.6.1")))
        .as("nothing was lost")
        .containsExactly("removed before we could fetch it");
  }

  @Test
  void shouldTellARenameFromAnotherRepository() {
    SourceRepository renamed =
        SourceRepository.named("github.com", "octo-org", "tools").withIds("11", "1");
    SourceRepository taken =
        SourceRepository.named("github.com", "octo", "tools").withIds("99", "7");

    assertThat(after(renamed))
        .containsExactly("repository renamed to octo-org/tools, before: octo/tools");
    assertThat(after(FORK)).containsExactly("!built from someone/tools, before: octo/tools");
    assertThat(after(taken)).containsExactly("!built from another repository of the same name");
    assertThat(sentences(new Releases().attested("1.0.0").from(taken).attested("1.0.1")))
        .containsExactly(
            "!New in 1.0.1: built from github.com/octo/tools (id 99). 1.0.0 came from"
                + " github.com/octo/tools (id 11).");
  }

  @Test
  void shouldNamePeopleAndNeverCallTwoTheSame() {
    assertThat(
            marks(new Releases().by("eskil-deep").attested("1.0.0").by("ylva").attested("1.0.1")))
        .containsExactly("first release by ylva");
    assertThat(
            marks(
                new Releases()
                    .by("ylva")
                    .attested("1.0.0")
                    .by("eskil-deep")
                    .attested("1.0.1")
                    .by("ylva")
                    .attested("1.0.2")))
        .as("daily business")
        .isEmpty();
    assertThat(sentences(new Releases().trusted("1.0.0").by("eve").attested("1.0.1")))
        .containsExactly(
            "!Lost in 1.0.1: trusted publishing. Published by the account eve. 1.0.0 was published"
                + " by GitHub Actions (trusted publisher).");
  }

  @Test
  void shouldSayWhatAllBeforeHadInCommon() {
    Releases releases = new Releases().attested("8.0.0").attested("8.1.0").attested("8.2.0");
    releases.onRef("refs/heads/snapshot-7f3a").attested("8.2.1");

    assertThat(marks(releases)).containsExactly("!built from branch snapshot-7f3a, before: main");
    assertThat(sentences(releases))
        .containsExactly(
            "!New in 8.2.1: built from branch snapshot-7f3a. The 3 earlier versions with provenance"
                + " came from branch main.");
    assertThat(sentences(releases.onRef("refs/heads/main").attested("8.2.2")))
        .containsExactly(
            "New in 8.2.2: built from branch main. 8.2.1 came from branch snapshot-7f3a. 3 earlier"
                + " versions came from branch main, too.");
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_FETCHED", "NOT_FOUND", "UNREADABLE", "UNKNOWN", "REFUSED", "FAILING"})
  void shouldStaySilentWhereSomethingIsUnknown(Evidence unknown) {
    assertThat(marks(new Releases().of("1.0.0", unknown).attested("1.0.1"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_FETCHED", "NOT_CHECKED", "UNKNOWN", "FAILING"})
  void shouldStaySilentWhileAVersionIsPending(Evidence pending) {
    assertThat(marks(new Releases().attested("1.0.0").of("1.0.1", pending))).isEmpty();
  }

  @Test
  void shouldSayThatAnAttestationCannotBeCompared() {
    Releases unreadable = new Releases().attested("1.0.0").of("1.1.0", Evidence.UNREADABLE);
    Releases missing = new Releases().attested("3.0.0").of("3.1.0", Evidence.NOT_FOUND);
    Releases inconclusive = new Releases().attested("1.0.0").of("1.1.0", Evidence.INCONCLUSIVE);

    assertThat(marks(unreadable)).containsExactly("attestation unreadable, unlike 1.0.0");
    assertThat(sentences(unreadable))
        .containsExactly(
            "Provenance: 1.0.0 has verified provenance. The attestation of 1.1.0 cannot be read,"
                + " so we cannot compare.");
    assertThat(marks(missing)).containsExactly("attestation missing, unlike 3.0.0");
    assertThat(sentences(missing))
        .containsExactly(
            "Provenance: 3.0.0 has verified provenance. npm does not serve the attestation of"
                + " 3.1.0, so we cannot compare.");
    assertThat(marks(inconclusive)).containsExactly("inconclusive, unlike 1.0.0");
    assertThat(sentences(inconclusive))
        .containsExactly(
            "Provenance: 1.0.0 has verified provenance. The provenance of 1.1.0 is inconclusive.");
  }

  private static List<String> after(SourceRepository source) {
    return marks(new Releases().attested("1.0.0").from(source).attested("1.0.1"));
  }

  /** Of the release told last. */
  private static List<String> marks(Releases releases) {
    return MarkWords.of(releases.compare(releases.list().getLast().version())).stream()
        .map(mark -> SIGNS.get(mark.tone()) + mark.text())
        .toList();
  }

  private static List<String> sentences(Releases releases) {
    Differences differences =
        Differences.of("tools", releases.compare(releases.list().getLast().version()));
    return differences == null
        ? List.of()
        : Objects.requireNonNull(differences).items().stream()
            .map(
                item ->
                    (item.tone().equals("warn") ? "!" : "") + item.lead() + ": " + item.sentence())
            .toList();
  }
}
