package dev.whence.web.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.web.adoption.MonthChart.Series;
import dev.whence.web.adoption.MonthChart.Values;
import dev.whence.web.adoption.MonthPlot.Column;
import dev.whence.web.adoption.MonthPlot.Label;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonthChartTest {

  private static final LocalDate START = LocalDate.of(2023, 4, 1);

  private static List<LocalDate> months(int number) {
    return Stream.iterate(START, month -> month.plusMonths(1)).limit(number).toList();
  }

  private static MonthChart draw(int months, Values... values) {
    return MonthChart.draw(
        new MonthChart.Text("id", "Title", "A sentence.", "versions a month"),
        months(months),
        List.of(values));
  }

  private static Values github(List<Long> counts) {
    return new Values(SeriesColor.GITHUB_ACTIONS, "GitHub", counts);
  }

  private static Values gitlab(List<Long> counts) {
    return new Values(SeriesColor.GITLAB_CI, "GitLab", counts);
  }

  @Test
  void shouldStackCountsInProportion() {
    MonthChart chart = draw(2, github(List.of(3L, 0L)), gitlab(List.of(1L, 4L)));

    assertThat(chart.legend())
        .containsExactly(
            new Series(SeriesColor.GITHUB_ACTIONS, "GitHub"),
            new Series(SeriesColor.GITLAB_CI, "GitLab"));
    assertThat(chart.wide().columns()).hasSize(3);
    Column below = chart.wide().columns().get(0);
    Column above = chart.wide().columns().get(1);
    assertThat(below.height()).isEqualTo(3 * above.height());
    assertThat(above.y() + above.height()).isEqualTo(below.y());
    assertThat(chart.wide().columns().get(2).height()).isEqualTo(below.height() + above.height());
    assertThat(below.words()).isEqualTo("Apr 2023: 3, GitHub");
  }

  @Test
  void shouldLeaveOutWhatIsZeroAllAlong() {
    MonthChart chart = draw(1, github(List.of(3L)), gitlab(List.of(0L)));

    assertThat(chart.legend()).containsExactly(new Series(SeriesColor.GITHUB_ACTIONS, "GitHub"));
  }

  @Test
  void shouldStayInsideThePicture() {
    for (int months : new int[] {1, 2, 13, 40, 200}) {
      MonthChart chart = draw(months, github(Collections.nCopies(months, 7L)));

      assertInside(chart.wide());
      assertInside(chart.narrow());
    }
  }

  private static void assertInside(MonthPlot plot) {
    assertThat(plot.columns())
        .allSatisfy(
            column -> {
              assertThat(column.x()).isGreaterThanOrEqualTo(plot.left());
              assertThat(column.x() + column.width()).isLessThanOrEqualTo(plot.right() + 0.1);
              assertThat(column.y()).isPositive();
              assertThat(column.height()).isPositive();
            });
  }

  @Test
  void shouldEndAtTheLatestMonthOnAPhone() {
    List<Long> counts = new ArrayList<>(Collections.nCopies(40, 1L));
    counts.set(15, 100L);

    MonthChart chart = draw(40, github(counts));

    assertThat(chart.isCut()).isTrue();
    assertThat(chart.wide().columns()).hasSize(40);
    assertThat(chart.narrow().columns()).hasSize(MonthChart.NARROW_MONTHS);
    assertThat(chart.narrow().columns().getLast().words())
        .isEqualTo(chart.wide().columns().getLast().words());
    // A month that is left out does not press the others flat.
    assertThat(chart.narrow().lines().getLast().value()).isEqualTo("1");
    assertThat(draw(MonthChart.NARROW_MONTHS, github(Collections.nCopies(24, 1L))).isCut())
        .isFalse();
  }

  @Test
  void shouldColourASeriesByItsMeaning() {
    MonthChart without = draw(1, github(List.of(0L)), gitlab(List.of(2L)));

    assertThat(without.legend()).containsExactly(new Series(SeriesColor.GITLAB_CI, "GitLab"));
    assertThat(without.wide().columns().getFirst().className()).isEqualTo("series-gitlab-ci");
  }

  @Test
  void shouldWriteMonthsOnlyWhereThereIsRoom() {
    for (int months : new int[] {1, 12, 40, 200}) {
      List<Label> labels = draw(months, github(Collections.nCopies(months, 1L))).wide().labels();

      assertThat(labels).isNotEmpty();
      for (int i = 1; i < labels.size(); i++) {
        assertThat(labels.get(i).x() - labels.get(i - 1).x()).isGreaterThanOrEqualTo(60);
      }
    }
  }
}
