package dev.whence.insight.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.insight.compare.Change.Kind;
import dev.whence.provenance.SourceRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which differences are worth telling, and which of them are warnings. */
class ChangesTest {

  private static final SourceRepository TAKEN =
      SourceRepository.named("github.com", "octo", "tools").withIds("99", "7");

  @Test
  void shouldTellWarningsFirst() {
    List<Change> changes =
        changes(
            new Releases()
                .byHand("1.0.0")
                .attested("1.0.1")
                .onRef("refs/heads/x")
                .trusted("1.0.2"));

    assertThat(changes)
        .extracting(Change::kind)
        .containsExactly(Kind.REF, Kind.TRUSTED_PUBLISHING_GAINED);
    assertThat(changes).extracting(Change::isWarning).containsExactly(true, false);
  }

  @Test
  void shouldTellALossFromAGain() {
    assertThat(kinds(new Releases().attested("1.0.0").byHand("1.0.1")))
        .containsExactly(Kind.PROVENANCE_LOST);
    assertThat(kinds(new Releases().byHand("1.0.0").attested("1.0.1")))
        .containsExactly(Kind.PROVENANCE_FIRST);
    assertThat(kinds(new Releases().attested("1.0.0").byHand("1.0.1").attested("1.0.2")))
        .containsExactly(Kind.PROVENANCE_REGAINED);
    assertThat(kinds(new Releases().attested("1.0.0").of("1.0.1", Evidence.REJECTED)))
        .containsExactly(Kind.PROVENANCE_REJECTED);
    assertThat(kinds(new Releases().byHand("1.0.0").of("1.0.1", Evidence.REJECTED))).isEmpty();
    assertThat(kinds(new Releases().trusted("1.0.0").by("eve").attested("1.0.1")))
        .containsExactly(Kind.TRUSTED_PUBLISHING_LOST);
  }

  @Test
  void shouldTellThatAVerifiedProvenanceIsFollowedByAnUnclearOne() {
    assertThat(kinds(new Releases().attested("1.0.0").of("1.0.1", Evidence.UNREADABLE)))
        .containsExactly(Kind.PROVENANCE_UNREADABLE);
    assertThat(kinds(new Releases().attested("1.0.0").of("1.0.1", Evidence.NOT_FOUND)))
        .containsExactly(Kind.PROVENANCE_MISSING);
    assertThat(kinds(new Releases().attested("1.0.0").of("1.0.1", Evidence.REFUSED)))
        .containsExactly(Kind.PROVENANCE_MISSING);
    assertThat(kinds(new Releases().attested("1.0.0").of("1.0.1", Evidence.INCONCLUSIVE)))
        .containsExactly(Kind.PROVENANCE_INCONCLUSIVE);
    assertThat(
            kinds(
                new Releases()
                    .attested("1.0.0")
                    .of("1.0.1", Evidence.UNREADABLE)
                    .of("1.0.2", Evidence.NOT_FOUND)))
        .as("compared with the verified one")
        .containsExactly(Kind.PROVENANCE_MISSING);
  }

  @Test
  void shouldTellNothingOfAnUnclearProvenanceUnlessAVerifiedOneCameBefore() {
    assertThat(
            kinds(new Releases().of("1.0.0", Evidence.UNREADABLE).of("1.0.1", Evidence.UNREADABLE)))
        .isEmpty();
    assertThat(
            kinds(
                new Releases().of("1.0.0", Evidence.INCONCLUSIVE).of("1.0.1", Evidence.NOT_FOUND)))
        .isEmpty();
    assertThat(kinds(new Releases().byHand("1.0.0").of("1.0.1", Evidence.NOT_FOUND))).isEmpty();
    assertThat(kinds(new Releases().of("1.0.0", Evidence.UNREADABLE).attested("1.0.1"))).isEmpty();
  }

  @Test
  void shouldTellARepositoryThatTookANameFromOneThatKeptIt() {
    assertThat(kinds(new Releases().attested("1.0.0").from(TAKEN).attested("1.0.1")))
        .containsExactly(Kind.REPOSITORY_OF_SAME_NAME);
  }

  @Test
  void shouldTellNothingOfTheFirstRelease() {
    assertThat(changes(new Releases().attested("1.0.0"))).isEmpty();
  }

  @Test
  void shouldKnowWhetherThereIsProvenance() {
    assertThat(hasProvenance(Evidence.VERIFIED)).isTrue();
    assertThat(hasProvenance(Evidence.REJECTED)).as("whatever it is worth").isTrue();
    assertThat(hasProvenance(Evidence.NONE)).isFalse();
    assertThat(hasProvenance(Evidence.REMOVED)).isNull();
    assertThat(hasProvenance(Evidence.NOT_FETCHED)).isNull();
    assertThat(hasProvenance(Evidence.UNREADABLE)).isNull();
  }

  private static @Nullable Boolean hasProvenance(Evidence evidence) {
    return new Releases().of("1.0.0", evidence).list().getFirst().hasProvenance();
  }

  private static List<Kind> kinds(Releases releases) {
    return changes(releases).stream().map(Change::kind).toList();
  }

  /** Of the release told last. */
  private static List<Change> changes(Releases releases) {
    return releases.compare(releases.list().getLast().version()).changes();
  }
}
