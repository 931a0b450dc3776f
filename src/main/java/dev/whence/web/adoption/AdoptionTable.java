package dev.whence.web.adoption;

import dev.whence.insight.AdoptionCounts;
import dev.whence.insight.AdoptionPoint;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import dev.whence.web.ui.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the charts.
 *
 * @param columns their headings, after the month
 * @param rows newest month first
 */
public record AdoptionTable(List<String> columns, List<Row> rows) {

  /** One month, a cell a column. */
  public record Row(String month, List<Cell> cells) {}

  /**
   * A number under its heading; small screens show the heading beside it.
   *
   * @param path the list of what the number counts; absent for a ratio
   */
  public record Cell(String column, String value, @Nullable String path) {}

  static AdoptionTable of(List<AdoptionPoint> points, LocalDate today) {
    List<Row> rows = points.reversed().stream().map(point -> row(point, today)).toList();
    List<String> columns =
        rows.isEmpty() ? List.of() : rows.getFirst().cells().stream().map(Cell::column).toList();
    return new AdoptionTable(columns, rows);
  }

  private static Row row(AdoptionPoint point, LocalDate today) {
    AdoptionCounts period = point.period();
    MonthLists lists = MonthLists.of(point.start(), today);
    List<Cell> cells = new ArrayList<>();
    cells.add(cell("Published", period.versions(), lists.published()));
    cells.add(cell("With provenance", period.versionsWithProvenance(), lists.checked()));
    cells.add(
        new Cell(
            "Share", AdoptionView.share(period.versionsWithProvenance(), period.versions()), null));
    for (CiProvider provider : CiProvider.values()) {
      long versions = period.byProvider().getOrDefault(provider, 0L);
      cells.add(cell(provider.title(), versions, lists.by(provider)));
    }
    for (SlsaLevel level : SlsaLevel.values()) {
      long versions = period.byLevel().getOrDefault(level, 0L);
      cells.add(cell(level.title(), versions, lists.with(level)));
    }
    cells.add(cell("No level", AdoptionCharts.withoutLevel(point), lists.withoutLevel()));
    cells.add(
        cell("Packages so far", point.cumulative().packagesWithProvenance(), lists.packages()));
    return new Row(Months.shortName(point.start()), cells);
  }

  private static Cell cell(String column, long number, String path) {
    return new Cell(column, Words.grouped(number), path);
  }
}
