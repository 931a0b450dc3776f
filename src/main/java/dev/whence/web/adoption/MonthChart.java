package dev.whence.web.adoption;

import dev.whence.web.ui.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Stacked columns, one a month: everything that the SVG needs, computed. Colours come from the
 * style sheet by the series' number, so that one chart serves light and dark.
 *
 * @param id anchor and prefix of ids
 * @param sentence what the chart shows
 * @param legend the series from the bottom of the stack to its top
 */
public record MonthChart(
    String id,
    String title,
    String sentence,
    List<Series> legend,
    List<Column> columns,
    List<Line> lines,
    List<Label> labels) {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 250;
  private static final int LEFT = 46;
  private static final int RIGHT = WIDTH - 6;
  private static final int TOP = 12;
  private static final int BOTTOM = HEIGHT - 26;

  /** A label as wide as "Sep 2025" needs this much room, with some air. */
  private static final double LABEL_WIDTH = 70;

  private static final double MAX_COLUMN = 36;
  private static final double COLUMN_SHARE = 0.8;

  /** One kind of thing that is counted. */
  public record Series(int number, String name) {}

  /** A piece of a column, with the words that appear under the pointer. */
  public record Column(int series, double x, double y, double width, double height, String words) {}

  /** A horizontal line with its value. */
  public record Line(double y, String value) {}

  /** A month under the axis. */
  public record Label(double x, String month) {}

  /** What is drawn of one series: a name, and a count for each month. */
  record Values(String name, List<Long> counts) {
    Values {
      counts = List.copyOf(counts);
    }

    boolean isEmpty() {
      return counts.stream().allMatch(count -> count == 0);
    }
  }

  /**
   * Draws the values. Series that are zero all along are left out.
   *
   * @param months first days, as many as every series has counts
   */
  static MonthChart draw(
      String id, String title, String sentence, List<LocalDate> months, List<Values> values) {
    List<Values> shown = values.stream().filter(series -> !series.isEmpty()).toList();
    List<Series> legend = new ArrayList<>();
    for (Values series : shown) {
      legend.add(new Series(legend.size() + 1, series.name()));
    }
    Scale scale = scale(months.size(), shown);
    return new MonthChart(
        id,
        title,
        sentence,
        legend,
        columns(months, shown, scale),
        scale.values().stream().map(v -> new Line(y(v, scale), Words.grouped(v))).toList(),
        labels(months));
  }

  /** The legend in the order in which the eye meets the series. */
  public List<Series> topDown() {
    return legend.reversed();
  }

  /** The picture's own width; it is shown as wide as there is room. */
  public int width() {
    return WIDTH;
  }

  public int height() {
    return HEIGHT;
  }

  /** Where the columns' area begins. */
  public int left() {
    return LEFT;
  }

  /** Where the columns' area ends. */
  public int right() {
    return RIGHT;
  }

  private static Scale scale(int months, List<Values> shown) {
    long max = 0;
    for (int i = 0; i < months; i++) {
      int month = i;
      max = Math.max(max, shown.stream().mapToLong(series -> series.counts().get(month)).sum());
    }
    return Scale.upTo(max);
  }

  private static List<Column> columns(List<LocalDate> months, List<Values> shown, Scale scale) {
    double slot = slot(months.size());
    double width = Math.min(MAX_COLUMN, slot * COLUMN_SHARE);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      double x = LEFT + slot * i + (slot - width) / 2;
      long below = 0;
      for (int series = 0; series < shown.size(); series++) {
        long count = shown.get(series).counts().get(i);
        if (count > 0) {
          double y = y(below + count, scale);
          String words =
              Months.shortName(months.get(i))
                  + ": "
                  + Words.grouped(count)
                  + ", "
                  + shown.get(series).name();
          columns.add(
              new Column(series + 1, tenth(x), y, tenth(width), tenth(y(below, scale) - y), words));
        }
        below += count;
      }
    }
    return columns;
  }

  private static List<Label> labels(List<LocalDate> months) {
    double slot = slot(months.size());
    int every =
        List.of(1, 2, 3, 6, 12).stream()
            .filter(n -> n * slot >= LABEL_WIDTH)
            .findFirst()
            .orElse(24);
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      LocalDate month = months.get(i);
      double x = LEFT + slot * (i + 0.5);
      boolean fits = x >= LABEL_WIDTH / 2 && x <= RIGHT - LABEL_WIDTH / 3;
      if ((month.getYear() * 12 + month.getMonthValue() - 1) % every == 0 && fits) {
        labels.add(new Label(tenth(x), Months.shortName(month)));
      }
    }
    return labels;
  }

  private static double slot(int months) {
    return (double) (RIGHT - LEFT) / months;
  }

  private static double y(long value, Scale scale) {
    return tenth(BOTTOM - (double) (BOTTOM - TOP) * value / scale.top());
  }

  /** A tenth of a unit is finer than any screen shows, and half as long as a double. */
  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
