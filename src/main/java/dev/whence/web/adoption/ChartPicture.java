package dev.whence.web.adoption;

import dev.whence.web.adoption.MonthChart.Series;
import dev.whence.web.ui.When;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart as a separate picture, for use in a text. It contains its title, legend, colours and
 * source. Colours are attributes, because our security policy forbids styles inside a file.
 *
 * @param date when the picture was made
 */
public record ChartPicture(MonthChart chart, String date) {

  private static final int FIRST_LINE = 44;
  private static final int LINE = 18;
  private static final int FOOT = 22;

  /** A line of the legend, from the top of the stack. */
  public record Entry(String name, String color, int y) {}

  static ChartPicture of(MonthChart chart, When made) {
    return new ChartPicture(chart, made.date());
  }

  public List<Entry> legend() {
    List<Entry> entries = new ArrayList<>();
    for (Series series : chart.topDown()) {
      entries.add(new Entry(series.name(), series.light(), FIRST_LINE + LINE * entries.size()));
    }
    return entries;
  }

  /** Every month: a picture has room for them. */
  public MonthPlot plot() {
    return chart.wide();
  }

  /** The top edge of the plot. */
  public int top() {
    return FIRST_LINE + LINE * chart.legend().size();
  }

  public int height() {
    return top() + plot().height() + FOOT;
  }
}
