package dev.whence.web.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.web.adoption.MonthChart.Column;
import dev.whence.web.adoption.MonthChart.Label;
import dev.whence.web.adoption.MonthChart.Series;
import dev.whence.web.adoption.MonthChart.Values;
import java.time.LocalDate;
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
    return MonthChart.draw("id", "Title", "A sentence.", months(months), List.of(values));
  }

  @Test
  void shouldStackCountsInProportion() {
    MonthChart chart =
        draw(2, new Values("GitHub", List.of(3L, 0L)), new Values("GitLab", List.of(1L, 4L)));

    assertThat(chart.legend()).containsExactly(new Series(1, "GitHub"), new Series(2, "GitLab"));
    assertThat(chart.columns()).hasSize(3);
    Column below = chart.columns().get(0);
    Column above = chart.columns().get(1);
    assertThat(below.height()).isEqualTo(3 * above.height());
    assertThat(above.y() + above.height()).isEqualTo(below.y());
    assertThat(chart.columns().get(2).height()).isEqualTo(below.height() + above.height());
    assertThat(below.words()).isEqualTo("Apr 2023: 3, GitHub");
  }

  @Test
  void shouldLeaveOutWhatIsZeroAllAlong() {
    MonthChart chart =
        draw(1, new Values("GitHub", List.of(3L)), new Values("GitLab", List.of(0L)));

    assertThat(chart.legend()).containsExactly(new Series(1, "GitHub"));
  }

  @Test
  void shouldStayInsideThePicture() {
    for (int months : new int[] {1, 2, 13, 40, 200}) {
      MonthChart chart = draw(months, new Values("GitHub", Collections.nCopies(months, 7L)));

      assertThat(chart.columns())
          .allSatisfy(
              column -> {
                assertThat(column.x()).isGreaterThanOrEqualTo(chart.left());
                assertThat(column.x() + column.width()).isLessThanOrEqualTo(chart.right() + 0.1);
                assertThat(column.y()).isPositive();
                assertThat(column.height()).isPositive();
              });
    }
  }

  @Test
  void shouldWriteMonthsOnlyWhereThereIsRoom() {
    for (int months : new int[] {1, 12, 40, 200}) {
      List<Label> labels =
          draw(months, new Values("GitHub", Collections.nCopies(months, 1L))).labels();

      assertThat(labels).isNotEmpty();
      for (int i = 1; i < labels.size(); i++) {
        assertThat(labels.get(i).x() - labels.get(i - 1).x()).isGreaterThanOrEqualTo(60);
      }
    }
  }
}
