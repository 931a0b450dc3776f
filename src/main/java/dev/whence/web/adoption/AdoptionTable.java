package dev.whence.web.adoption;

import dev.whence.insight.adoption.AdoptionCounts;
import dev.whence.insight.adoption.AdoptionPoint;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import dev.whence.web.ui.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the charts.
 *
 * @param columns their headings, after the month
 * @param rows newest month first
 * @param total all months since the first with verified provenance; absent without rows
 */
public record AdoptionTable(List<String> columns, List<Row> rows, @Nullable Row total) {

  /** The months that the page shows without {@code months=all}. */
  static final int LATEST = 12;

  /** One month, with one cell per column. */
  public record Row(String month, List<Cell> cells) {}

  /**
   * A number under its heading.
   *
   * @param path the list of the counted items; absent for a ratio, and for zero
   * @param after the text after the number
   */
  public record Cell(String column, String value, @Nullable String path, String after) {}

  /** The counts of one row, and the lists behind them. */
  private record Counted(
      long published, AdoptionCounts period, AdoptionCounts cumulative, MonthLists lists) {}

  /** The published versions, the verified ones among them, and the number of their packages. */
  static AdoptionTable totals(List<AdoptionPoint> points, boolean all, LocalDate today) {
    return of(points, all, today, AdoptionTable::totals);
  }

  /** The verified versions, by CI service and by SLSA Build level. */
  static AdoptionTable kinds(List<AdoptionPoint> points, boolean all, LocalDate today) {
    return of(points, all, today, AdoptionTable::kinds);
  }

  private static AdoptionTable of(
      List<AdoptionPoint> points,
      boolean all,
      LocalDate today,
      Function<Counted, List<Cell>> cells) {
    if (points.isEmpty()) {
      return new AdoptionTable(List.of(), List.of(), null);
    }
    List<Row> rows =
        points.reversed().stream()
            .limit(all ? points.size() : LATEST)
            .map(
                point -> new Row(Months.shortName(point.start()), cells.apply(month(point, today))))
            .toList();
    Row total =
        new Row(
            "Since " + Months.shortName(points.getFirst().start()),
            cells.apply(since(points, today)));
    return new AdoptionTable(total.cells().stream().map(Cell::column).toList(), rows, total);
  }

  private static Counted month(AdoptionPoint point, LocalDate today) {
    return new Counted(
        point.period().versions(),
        point.period(),
        point.cumulative(),
        MonthLists.of(point.start(), today));
  }

  /**
   * Nothing was verified before the first point, so the verified versions of all points are all
   * there are.
   */
  private static Counted since(List<AdoptionPoint> points, LocalDate today) {
    AdoptionCounts now = points.getLast().cumulative();
    return new Counted(
        published(points),
        now,
        now,
        MonthLists.since(points.getFirst().start(), points.getLast().start(), today));
  }

  static long published(List<AdoptionPoint> points) {
    return points.stream().mapToLong(point -> point.period().versions()).sum();
  }

  private static List<Cell> totals(Counted counted) {
    long verified = counted.period().versionsVerified();
    AdoptionCounts packages = counted.cumulative();
    MonthLists lists = counted.lists();
    return List.of(
        cell("Published", counted.published(), lists.published()),
        cell("Verified", verified, lists.verified()),
        new Cell("Share", AdoptionView.share(verified, counted.published()), null, ""),
        cell(
            "Packages with verified provenance (total)",
            packages.packagesVerified(),
            lists.packages(),
            " of " + Words.grouped(packages.packages())));
  }

  private static List<Cell> kinds(Counted counted) {
    AdoptionCounts period = counted.period();
    MonthLists lists = counted.lists();
    List<Cell> cells = new ArrayList<>();
    for (CiProvider provider : CiProvider.values()) {
      long versions = period.byProvider().getOrDefault(provider, 0L);
      cells.add(cell(provider.title(), versions, lists.by(provider)));
    }
    for (SlsaLevel level : SlsaLevel.values()) {
      long versions = period.byLevel().getOrDefault(level, 0L);
      cells.add(cell(level.title(), versions, lists.with(level)));
    }
    cells.add(cell("No level", AdoptionCharts.withoutLevel(period), lists.withoutLevel()));
    return cells;
  }

  private static Cell cell(String column, long number, String path) {
    return cell(column, number, path, "");
  }

  /** A link to an empty list helps nobody, and is one more stop for the keyboard. */
  private static Cell cell(String column, long number, String path, String after) {
    return new Cell(column, Words.grouped(number), number == 0 ? null : path, after);
  }
}
