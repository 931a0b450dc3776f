package dev.whence.insight.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.count.AdoptionQueries.AdoptionDay;
import dev.whence.catalog.count.AdoptionQueries.FirstProvenance;
import dev.whence.catalog.count.AdoptionQueries.FirstVersion;
import dev.whence.catalog.count.AdoptionQueries.Undated;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdoptionSeriesTest {

  private static final Undated UNDATED = new Undated(4, 2, 1);
  private static final LocalDate TODAY = LocalDate.of(2024, 6, 15);

  private static final List<AdoptionDay> DAYS =
      List.of(
          none("2023-01-30", 4),
          verified("2023-04-01", CiProvider.GITHUB_ACTIONS, SlsaLevel.L2, 2),
          verified("2023-04-19", CiProvider.GITHUB_ACTIONS, SlsaLevel.L3, 1),
          new AdoptionDay(
              LocalDate.of(2023, 4, 19), Evidence.REJECTED, CiProvider.GITLAB_CI, null, 5, 1),
          none("2023-04-20", 10),
          verified("2023-05-02", CiProvider.GITLAB_CI, SlsaLevel.L2, 7));

  private static final List<FirstVersion> FIRST_VERSIONS =
      List.of(
          new FirstVersion(LocalDate.of(2023, 1, 30), 3),
          new FirstVersion(LocalDate.of(2023, 4, 1), 2));

  private static final List<FirstProvenance> FIRSTS =
      List.of(
          new FirstProvenance(LocalDate.of(2023, 4, 1), CiProvider.GITHUB_ACTIONS, 2),
          new FirstProvenance(LocalDate.of(2023, 5, 2), CiProvider.GITLAB_CI, 1));

  @Test
  void shouldFillMonthsInWhichNothingWasPublished() {
    AdoptionSeries series = monthly();

    assertThat(series.points())
        .extracting(AdoptionPoint::start)
        .containsExactly(
            LocalDate.of(2023, 1, 1),
            LocalDate.of(2023, 2, 1),
            LocalDate.of(2023, 3, 1),
            LocalDate.of(2023, 4, 1),
            LocalDate.of(2023, 5, 1));
    assertThat(series.points().get(1).period()).isEqualTo(AdoptionCounts.NONE);
    assertThat(series.points().get(2).cumulative().versions()).isEqualTo(4);
  }

  @Test
  void shouldCountOnlyVerifiedVersionsAsVerified() {
    AdoptionCounts april = monthly().points().get(3).period();

    assertThat(april.versions()).isEqualTo(18);
    assertThat(april.versionsVerified()).isEqualTo(3);
    assertThat(april.byEvidence())
        .containsEntry(EvidenceWord.REJECTED, 5L)
        .containsEntry(EvidenceWord.NONE, 10L)
        .containsEntry(EvidenceWord.INCONCLUSIVE, 0L);
    assertThat(april.byProvider())
        .containsEntry(CiProvider.GITHUB_ACTIONS, 3L)
        .containsEntry(CiProvider.GITLAB_CI, 0L);
    assertThat(april.byLevel()).containsEntry(SlsaLevel.L2, 2L).containsEntry(SlsaLevel.L3, 1L);
  }

  @Test
  void shouldAddUpFromPeriodToPeriod() {
    AdoptionCounts all = monthly().points().getLast().cumulative();

    assertThat(all.versions()).isEqualTo(29);
    assertThat(all.packages()).isEqualTo(5);
    assertThat(monthly().points().get(2).cumulative().packages()).isEqualTo(3);
    assertThat(all.versionsVerified()).isEqualTo(10);
    assertThat(all.packagesVerified()).isEqualTo(3);
    assertThat(all.packagesByProvider())
        .containsEntry(CiProvider.GITHUB_ACTIONS, 2L)
        .containsEntry(CiProvider.GITLAB_CI, 1L);
    assertThat(all.byLevel()).containsEntry(SlsaLevel.L2, 9L);
  }

  @Test
  void shouldEndBothStepsAtTheSameTotals() {
    AdoptionSeries daily =
        AdoptionSeries.of(AdoptionStep.DAY, DAYS, FIRST_VERSIONS, FIRSTS, UNDATED, TODAY);

    assertThat(daily.points()).hasSize(93);
    assertThat(daily.points().getLast().cumulative())
        .isEqualTo(monthly().points().getLast().cumulative());
  }

  @Test
  void shouldStartTheChartWithTheFirstProvenance() {
    assertThat(monthly().sinceFirstVerified())
        .extracting(AdoptionPoint::start)
        .containsExactly(LocalDate.of(2023, 4, 1), LocalDate.of(2023, 5, 1));
  }

  @Test
  void shouldLeaveOutDatesThatCannotBeRight() {
    List<AdoptionDay> hostile =
        List.of(none("0001-01-01", 3), none("2024-06-16", 1), none("9999-12-31", 4));

    AdoptionSeries series =
        AdoptionSeries.of(AdoptionStep.DAY, hostile, List.of(), List.of(), Undated.NONE, TODAY);

    assertThat(series.points()).hasSize(1);
    assertThat(series.outOfRange()).isEqualTo(7);
  }

  @Test
  void shouldBeEmptyForAnEmptyCatalog() {
    AdoptionSeries series =
        AdoptionSeries.of(AdoptionStep.MONTH, List.of(), List.of(), List.of(), Undated.NONE, TODAY);

    assertThat(series.points()).isEmpty();
    assertThat(series.sinceFirstVerified()).isEmpty();
  }

  private static AdoptionSeries monthly() {
    return AdoptionSeries.of(AdoptionStep.MONTH, DAYS, FIRST_VERSIONS, FIRSTS, UNDATED, TODAY);
  }

  private static AdoptionDay none(String day, long versions) {
    return new AdoptionDay(LocalDate.parse(day), Evidence.NONE, null, null, versions, versions);
  }

  private static AdoptionDay verified(
      String day, CiProvider provider, SlsaLevel level, long versions) {
    return new AdoptionDay(LocalDate.parse(day), Evidence.VERIFIED, provider, level, versions, 1);
  }
}
