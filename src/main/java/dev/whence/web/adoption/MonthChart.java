package dev.whence.web.adoption;

import java.time.LocalDate;
import java.util.List;

/**
 * A chart of counts by month, drawn twice: with every month for wide screens, and with the latest
 * months for phones.
 *
 * @param id anchor, and the name of its file
 * @param sentence what the chart shows
 * @param unit title of the vertical axis
 * @param legend the series from the bottom of the stack to its top
 * @param isCut whether the narrow drawing leaves months out
 */
public record MonthChart(
    String id,
    String title,
    String sentence,
    String unit,
    List<Series> legend,
    MonthPlot wide,
    MonthPlot narrow,
    boolean isCut) {

  /** The months on a phone: with more, the chart would scroll sideways. */
  static final int NARROW_MONTHS = 24;

  /** One series: a kind of counted things. */
  public record Series(SeriesColor color, String name) {

    public String className() {
      return color.className();
    }

    /** Its colour in a separate picture. */
    public String light() {
      return color.light();
    }
  }

  /** The data of one series: a name, and a count for each month. */
  record Values(SeriesColor color, String name, List<Long> counts) {
    Values {
      counts = List.copyOf(counts);
    }

    boolean isEmpty() {
      return counts.stream().allMatch(count -> count == 0);
    }

    Values latest(int months) {
      return new Values(color, name, counts.subList(counts.size() - months, counts.size()));
    }
  }

  /** The words of a chart. */
  record Text(String id, String title, String sentence, String unit) {}

  /**
   * Draws the values. Series with only zeros are left out.
   *
   * @param months the first day of each month; every series has one count for each
   */
  static MonthChart draw(Text text, List<LocalDate> months, List<Values> values) {
    List<Values> shown = values.stream().filter(series -> !series.isEmpty()).toList();
    int latest = Math.min(NARROW_MONTHS, months.size());
    return new MonthChart(
        text.id(),
        text.title(),
        text.sentence(),
        text.unit(),
        shown.stream().map(series -> new Series(series.color(), series.name())).toList(),
        MonthPlot.draw(MonthPlot.WIDE, months, shown),
        MonthPlot.draw(
            MonthPlot.NARROW,
            months.subList(months.size() - latest, months.size()),
            shown.stream().map(series -> series.latest(latest)).toList()),
        latest < months.size());
  }

  /** The legend in the visible order of the series. */
  public List<Series> topDown() {
    return legend.reversed();
  }
}
