package dev.whence.web.adoption;

import dev.whence.web.adoption.MonthChart.Values;
import dev.whence.web.ui.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Stacked columns, one per month, in one size, with all values that the SVG needs.
 *
 * @param width of the picture; the style sheet scales it
 * @param left left edge of the columns
 * @param right right edge of the columns
 */
public record MonthPlot(
    int width,
    int height,
    int left,
    int right,
    List<Column> columns,
    List<Line> lines,
    List<Label> labels) {

  /** The size for a desktop: half of its width, so that letters keep their size. */
  static final int WIDE = 620;

  /** The size for a phone. */
  static final int NARROW = 350;

  private static final int HEIGHT = 220;
  private static final int LEFT = 46;

  /** The top edge. The title of the axis is above it. */
  private static final int TOP = 26;

  /** The bottom edge. The months and the title of their axis are below it. */
  private static final int BOTTOM = HEIGHT - 40;

  /** A label as wide as "Sep 2025" needs this much space, with a margin. */
  private static final double LABEL_WIDTH = 70;

  private static final double MAX_COLUMN = 36;
  private static final double COLUMN_SHARE = 0.8;

  /** A piece of a column, with the words that appear under the pointer. */
  public record Column(
      SeriesColor color, double x, double y, double width, double height, String words) {

    public String className() {
      return color.className();
    }

    /** Its colour in a separate picture. */
    public String light() {
      return color.light();
    }
  }

  /** A horizontal line with its value. */
  public record Line(double y, String value) {}

  /** A month under the axis. */
  public record Label(double x, String month) {}

  /** Draws the values. Each has one count per month. */
  static MonthPlot draw(int width, List<LocalDate> months, List<Values> values) {
    int right = width - 6;
    double slot = (double) (right - LEFT) / months.size();
    Scale scale = scale(months.size(), values);
    return new MonthPlot(
        width,
        HEIGHT,
        LEFT,
        right,
        columns(months, values, slot, scale),
        scale.values().stream().map(v -> new Line(y(v, scale), Words.grouped(v))).toList(),
        labels(months, slot, right));
  }

  /** The vertical position of the months. */
  public int monthsLine() {
    return BOTTOM + 16;
  }

  /** The vertical position of the title of their axis. */
  public int axisLine() {
    return HEIGHT - 6;
  }

  private static Scale scale(int months, List<Values> values) {
    long max = 0;
    for (int i = 0; i < months; i++) {
      int month = i;
      max = Math.max(max, values.stream().mapToLong(series -> series.counts().get(month)).sum());
    }
    return Scale.upTo(max);
  }

  private static List<Column> columns(
      List<LocalDate> months, List<Values> values, double slot, Scale scale) {
    double width = Math.min(MAX_COLUMN, slot * COLUMN_SHARE);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      double x = LEFT + slot * i + (slot - width) / 2;
      long below = 0;
      for (Values series : values) {
        long count = series.counts().get(i);
        if (count > 0) {
          double y = y(below + count, scale);
          columns.add(
              new Column(
                  series.color(),
                  tenth(x),
                  y,
                  tenth(width),
                  tenth(y(below, scale) - y),
                  words(months.get(i), count, series.name())));
        }
        below += count;
      }
    }
    return columns;
  }

  private static String words(LocalDate month, long count, String series) {
    return Months.shortName(month) + ": " + Words.grouped(count) + ", " + series;
  }

  private static List<Label> labels(List<LocalDate> months, double slot, int right) {
    int every =
        List.of(1, 2, 3, 6, 12).stream()
            .filter(n -> n * slot >= LABEL_WIDTH)
            .findFirst()
            .orElse(24);
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      LocalDate month = months.get(i);
      double x = LEFT + slot * (i + 0.5);
      boolean fits = x >= LABEL_WIDTH / 2 && x <= right - LABEL_WIDTH / 3;
      if ((month.getYear() * 12 + month.getMonthValue() - 1) % every == 0 && fits) {
        labels.add(new Label(tenth(x), Months.shortName(month)));
      }
    }
    return labels;
  }

  private static double y(long value, Scale scale) {
    return tenth(BOTTOM - (double) (BOTTOM - TOP) * value / scale.top());
  }

  /** A tenth of a unit is finer than any screen shows, and half as long as a double. */
  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
