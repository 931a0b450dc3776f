package dev.whence.insight.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.insight.compare.ComparedAspect.Outcome;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which version another one is compared with. */
class ReleaseHistoryTest {

  @Test
  void shouldCompareWithTheNewestOfItsLine() {
    Releases releases =
        new Releases().attested("1.0.0").attested("2.0.0").attested("1.0.1").attested("2.0.1");

    assertThat(releases.before("1.0.0")).isNull();
    assertThat(releases.before("2.0.0")).isEqualTo("1.0.0");
    assertThat(releases.before("1.0.1")).isEqualTo("1.0.0");
    assertThat(releases.before("2.0.1")).isEqualTo("2.0.0");
  }

  @Test
  void shouldTakeAMinorNumberBelowOneForALine() {
    Releases releases = new Releases().attested("0.9.0").byHand("0.10.0").attested("0.9.1");

    assertThat(releases.before("0.9.1")).isEqualTo("0.9.0");
    assertThat(releases.compare("0.10.0").baseline())
        .isEqualTo(new Baseline(releases.list().getFirst(), false, false));
  }

  @Test
  void shouldFollowTheCalendarAndNotTheNumbers() {
    Releases releases = new Releases().attested("10.3.1").byHand("10.3.0");

    assertThat(releases.before("10.3.0")).isEqualTo("10.3.1");
    assertThat(releases.before("10.3.1")).isNull();
  }

  @Test
  void shouldNotLetAReleaseWithoutProvenanceHideWhatCameBefore() {
    Releases releases = new Releases().attested("4.0.0").byHand("4.0.1").byHand("4.0.2");

    assertThat(releases.before("4.0.2")).isEqualTo("4.0.0");
    assertThat(releases.attested("4.0.3").before("4.0.3")).isEqualTo("4.0.0");
    assertThat(releases.compare("4.0.3").gap())
        .isNotNull()
        .extracting(gap -> gap.version())
        .isEqualTo("4.0.2");
    assertThat(releases.compare("4.0.3").isRegained()).isTrue();
    assertThat(releases.compare("4.0.2").isRegained()).isFalse();
    assertThat(releases.compare("4.0.1").gap()).isNull();
  }

  @Test
  void shouldNotMeasureAStableVersionByPrereleases() {
    Releases releases =
        new Releases()
            .byHand("1.0.0")
            .attested("1.1.0-beta.1")
            .byHand("1.1.0")
            .byHand("1.2.0-rc.1");

    assertThat(releases.before("1.1.0")).isEqualTo("1.0.0");
    assertThat(releases.compare("1.1.0").isWarning()).isFalse();
    assertThat(releases.before("1.2.0-rc.1")).isEqualTo("1.1.0-beta.1");
    assertThat(releases.compare("1.2.0-rc.1").isWarning()).isTrue();
  }

  @Test
  void shouldNotMeasureByWhatWasRemovedOrRejected() {
    Releases releases =
        new Releases()
            .attested("1.0.0")
            .removed("1.0.1")
            .removedLater("1.0.2", Evidence.VERIFIED)
            .of("1.0.3", Evidence.REJECTED)
            .attested("1.0.4");

    assertThat(releases.before("1.0.1")).isEqualTo("1.0.0");
    assertThat(releases.before("1.0.4")).isEqualTo("1.0.0");
  }

  @ParameterizedTest
  @EnumSource(names = {"UNKNOWN", "NOT_FETCHED", "REFUSED", "FAILING", "NOT_FOUND", "UNREADABLE"})
  void shouldFindNeitherLossNorGainInTheUnknown(Evidence unknown) {
    Releases releases = new Releases().attested("1.0.0").of("1.0.1", unknown).byHand("1.0.2");

    assertThat(releases.compare("1.0.1").of(Aspect.EVIDENCE).map(ComparedAspect::outcome))
        .isNotEqualTo(Optional.of(Outcome.LESS))
        .isNotEqualTo(Optional.of(Outcome.MORE));
    assertThat(releases.compare("1.0.1").isWarning()).isFalse();
    assertThat(releases.compare("1.0.2").isWarning()).isTrue();
    assertThat(new Releases().of("1.0.0", unknown).attested("1.0.1").compare("1.0.1").isFirst())
        .isFalse();
  }

  @Test
  void shouldCompareNothingOfTheSameInstant() {
    Instant instant = Instant.parse("2026-01-01T00:00:00Z");
    Releases releases = new Releases().at(instant).attested("1.0.0").at(instant).byHand("1.0.1");

    assertThat(releases.before("1.0.0")).isNull();
    assertThat(releases.before("1.0.1")).isNull();
  }

  @Test
  void shouldGoByTheNumbersWhereNoVersionHasATime() {
    Releases releases = new Releases().at(null).byHand("1.10.0").attested("1.9.0");

    assertThat(releases.compare("1.10.0").baseline())
        .isEqualTo(new Baseline(releases.list().getLast(), true, true));
    assertThat(releases.before("1.9.0")).isNull();
  }

  @Test
  void shouldNotPlaceASingleVersionWithoutATime() {
    Releases releases = new Releases().attested("1.0.0").byHand("1.0.1").at(null).byHand("1.0.2");

    assertThat(releases.before("1.0.2")).isNull();
    assertThat(releases.before("1.0.1")).isEqualTo("1.0.0");
    assertThat(
            new Releases()
                .byHand("1.0.0")
                .attested("1.0.2")
                .at(null)
                .attested("1.0.1")
                .compare("1.0.2")
                .isFirst())
        .isFalse();
  }

  @Test
  void shouldCompareWhatIsNoSemverVersionWithThePackage() {
    Releases releases = new Releases().attested("1.0.0").byHand("0.2-final!").attested("1.0.1");

    assertThat(releases.before("0.2-final!")).isEqualTo("1.0.0");
    assertThat(releases.before("1.0.1")).isEqualTo("1.0.0");
    assertThat(releases.compare("1.0.1").gap()).isNull();
  }

  @Test
  void shouldLeaveThePlaceholderOfNpmAlone() {
    Releases releases = new Releases().attested("0.0.1").by("npm").byHand("0.0.1-security");

    assertThat(releases.before("0.0.1-security")).isNull();
    assertThat(
            new Releases()
                .attested("0.0.1")
                .by("eve")
                .byHand("0.0.1-security")
                .before("0.0.1-security"))
        .isEqualTo("0.0.1");
  }
}
