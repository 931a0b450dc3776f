package dev.whence.web.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.count.AdoptionQueries.AdoptionDay;
import dev.whence.catalog.count.AdoptionQueries.FirstProvenance;
import dev.whence.catalog.count.AdoptionQueries.FirstVersion;
import dev.whence.catalog.count.AdoptionQueries.Undated;
import dev.whence.insight.adoption.AdoptionPoint;
import dev.whence.insight.adoption.AdoptionSeries;
import dev.whence.insight.adoption.AdoptionStep;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdoptionViewTest {

  private static final LocalDate DAY = LocalDate.of(2025, 9, 5);

  private static final List<AdoptionPoint> POINTS =
      AdoptionSeries.of(
              AdoptionStep.MONTH,
              List.of(
                  new AdoptionDay(DAY, Evidence.NONE, null, null, 5, 2),
                  new AdoptionDay(
                      DAY, Evidence.VERIFIED, CiProvider.GITHUB_ACTIONS, SlsaLevel.L2, 3, 1),
                  new AdoptionDay(DAY, Evidence.VERIFIED, CiProvider.GITLAB_CI, null, 1, 1),
                  new AdoptionDay(DAY, Evidence.REJECTED, CiProvider.GITHUB_ACTIONS, null, 1, 1)),
              List.of(new FirstVersion(DAY.minusYears(3), 2), new FirstVersion(DAY, 1)),
              List.of(new FirstProvenance(DAY, CiProvider.GITHUB_ACTIONS, 1)),
              Undated.NONE,
              DAY)
          .sinceFirstVerified();

  @Test
  void shouldStateInWordsWhatEachChartShows() {
    assertThat(AdoptionCharts.of(POINTS).all())
        .extracting(MonthChart::sentence)
        .containsExactly(
            "Since September 2025: 3 by GitHub Actions, 1 by GitLab CI.",
            "1 of 3 packages at the end of September 2025. The colour is the CI service of the"
                + " package's first such version.",
            "Since September 2025: 3 with SLSA Build L2, 1 with no level.");
  }

  @Test
  void shouldHaveEveryNumberInTheTable() {
    AdoptionTable totals = AdoptionTable.totals(POINTS, false, DAY);
    AdoptionTable kinds = AdoptionTable.kinds(POINTS, false, DAY);

    assertThat(totals.rows()).hasSize(1);
    assertThat(totals.rows().getFirst().month()).isEqualTo("Sep 2025");
    assertThat(cells(totals.rows().getFirst()))
        .containsExactly(
            "Published 10",
            "Verified 4",
            "Share 40\u00a0%",
            "Packages with verified provenance (total) 1 of 3");
    assertThat(cells(kinds.rows().getFirst()))
        .containsExactly(
            "GitHub Actions 3",
            "GitLab CI 1",
            "another CI service 0",
            "SLSA Build L2 3",
            "SLSA Build L3 0",
            "No level 1");
  }

  private static List<String> cells(AdoptionTable.Row row) {
    return row.cells().stream()
        .map(cell -> cell.column() + " " + cell.value() + cell.after())
        .toList();
  }

  @Test
  void shouldLinkNoZero() {
    assertThat(AdoptionTable.kinds(POINTS, false, DAY).rows().getFirst().cells())
        .allSatisfy(cell -> assertThat(cell.path() == null).isEqualTo(cell.value().equals("0")));
  }

  @Test
  void shouldShowTwelveMonthsUnlessAllAreAskedFor() {
    List<AdoptionPoint> points = months(14);

    assertThat(AdoptionTable.totals(points, false, DAY).rows()).hasSize(AdoptionTable.LATEST);
    assertThat(AdoptionTable.totals(points, true, DAY).rows()).hasSize(14);
    for (boolean all : new boolean[] {false, true}) {
      AdoptionTable.Row total =
          Objects.requireNonNull(AdoptionTable.totals(points, all, DAY).total());
      assertThat(total.month()).isEqualTo("Since Aug 2024");
      assertThat(cells(total))
          .containsExactly(
              "Published 14",
              "Verified 14",
              "Share 100\u00a0%",
              "Packages with verified provenance (total) 1 of 1");
    }
  }

  /** A version with verified provenance each month, up to the month of {@link #DAY}. */
  private static List<AdoptionPoint> months(int number) {
    LocalDate first = DAY.minusMonths(number - 1);
    List<AdoptionDay> days =
        IntStream.range(0, number)
            .mapToObj(
                month ->
                    new AdoptionDay(
                        first.plusMonths(month),
                        Evidence.VERIFIED,
                        CiProvider.GITHUB_ACTIONS,
                        SlsaLevel.L2,
                        1,
                        1))
            .toList();
    return AdoptionSeries.of(
            AdoptionStep.MONTH,
            days,
            List.of(new FirstVersion(first, 1)),
            List.of(new FirstProvenance(first, CiProvider.GITHUB_ACTIONS, 1)),
            Undated.NONE,
            DAY)
        .points();
  }

  @Test
  void shouldNeverRoundSomethingToNothingNorToAll() {
    assertThat(AdoptionView.share(1, 1_000)).isEqualTo("<1\u00a0%");
    assertThat(AdoptionView.share(999, 1_000)).isEqualTo(">99\u00a0%");
    assertThat(AdoptionView.share(1_000, 1_000)).isEqualTo("100\u00a0%");
    assertThat(AdoptionView.share(0, 0)).isEqualTo("–");
  }

  @Test
  void shouldDrawNothingWhereThereIsNothing() {
    assertThat(AdoptionCharts.of(List.of()).all()).isEmpty();
    assertThat(AdoptionTable.totals(List.of(), false, DAY).rows()).isEmpty();
  }
}
