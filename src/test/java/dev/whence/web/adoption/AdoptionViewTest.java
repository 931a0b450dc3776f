package dev.whence.web.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.AdoptionQueries.AdoptionDay;
import dev.whence.catalog.AdoptionQueries.FirstProvenance;
import dev.whence.catalog.Evidence;
import dev.whence.insight.AdoptionPoint;
import dev.whence.insight.AdoptionSeries;
import dev.whence.insight.AdoptionStep;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdoptionViewTest {

  private static final LocalDate DAY = LocalDate.of(2025, 9, 5);

  private static final List<AdoptionPoint> POINTS =
      AdoptionSeries.of(
              AdoptionStep.MONTH,
              List.of(
                  new AdoptionDay(DAY, Evidence.NO_ATTESTATION, null, null, 5, 2),
                  new AdoptionDay(
                      DAY, Evidence.VERIFIED, CiProvider.GITHUB_ACTIONS, SlsaLevel.L2, 3, 1),
                  new AdoptionDay(DAY, Evidence.VERIFIED, CiProvider.GITLAB_CI, null, 1, 1),
                  new AdoptionDay(DAY, Evidence.REJECTED, CiProvider.GITHUB_ACTIONS, null, 1, 1)),
              List.of(new FirstProvenance(DAY, CiProvider.GITHUB_ACTIONS, 1)),
              DAY)
          .points();

  @Test
  void shouldStateInWordsWhatEachChartShows() {
    assertThat(AdoptionCharts.of(POINTS))
        .extracting(MonthChart::sentence)
        .containsExactly(
            "Since September 2025: 3 by GitHub Actions, 1 by GitLab CI.",
            "Since September 2025: 3 with SLSA Build L2, 1 with no level proven.",
            "1 package by September 2025, each counted from its first such version on, by the"
                + " service that built that one.");
  }

  @Test
  void shouldHaveEveryNumberInTheTable() {
    AdoptionTable table = AdoptionTable.of(POINTS, DAY);

    assertThat(table.rows()).hasSize(1);
    assertThat(table.rows().getFirst().month()).isEqualTo("Sep 2025");
    assertThat(table.rows().getFirst().cells())
        .extracting(cell -> cell.column() + " " + cell.value())
        .containsExactly(
            "Published 10",
            "With provenance 4",
            "Share 40 %",
            "GitHub Actions 3",
            "GitLab CI 1",
            "another CI service 0",
            "SLSA Build L2 3",
            "SLSA Build L3 0",
            "No level 1",
            "Packages so far 1");
  }

  @Test
  void shouldNeverRoundSomethingToNothingNorToAll() {
    assertThat(AdoptionView.share(1, 1_000)).isEqualTo("<1 %");
    assertThat(AdoptionView.share(999, 1_000)).isEqualTo(">99 %");
    assertThat(AdoptionView.share(1_000, 1_000)).isEqualTo("100 %");
    assertThat(AdoptionView.share(0, 0)).isEqualTo("–");
  }

  @Test
  void shouldDrawNothingWhereThereIsNothing() {
    assertThat(AdoptionCharts.of(List.of())).isEmpty();
    assertThat(AdoptionTable.of(List.of(), DAY).rows()).isEmpty();
  }
}
