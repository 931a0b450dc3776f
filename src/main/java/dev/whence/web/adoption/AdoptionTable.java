package dev.whence.web.adoption;

import dev.whence.insight.AdoptionCounts;
import dev.whence.insight.AdoptionPoint;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import dev.whence.web.ui.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of the charts.
 *
 * @param columns their headings, after the month
 * @param rows newest month first
 */
public record AdoptionTable(List<String> columns, List<Row> rows) {

  /** One month, a cell a column. */
  public record Row(String month, List<Cell> cells) {}

  /** A number under its heading; small screens show the heading beside it. */
  public record Cell(String column, String value) {}

  static AdoptionTable of(List<AdoptionPoint> points) {
    List<String> columns = new ArrayList<>(List.of("Published", "With provenance", "Share"));
    for (CiProvider provider : CiProvider.values()) {
      columns.add(provider.title());
    }
    for (SlsaLevel level : SlsaLevel.values()) {
      columns.add(level.title());
    }
    columns.add("No level");
    columns.add("Packages so far");
    List<Row> rows = points.reversed().stream().map(point -> row(point, columns)).toList();
    return new AdoptionTable(List.copyOf(columns), rows);
  }

  private static Row row(AdoptionPoint point, List<String> columns) {
    List<String> values = values(point);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.add(new Cell(columns.get(i), values.get(i)));
    }
    return new Row(Months.shortName(point.start()), cells);
  }

  private static List<String> values(AdoptionPoint point) {
    AdoptionCounts period = point.period();
    List<String> values = new ArrayList<>();
    values.add(Words.grouped(period.versions()));
    values.add(Words.grouped(period.versionsWithProvenance()));
    values.add(AdoptionView.share(period.versionsWithProvenance(), period.versions()));
    for (CiProvider provider : CiProvider.values()) {
      values.add(Words.grouped(period.byProvider().getOrDefault(provider, 0L)));
    }
    for (SlsaLevel level : SlsaLevel.values()) {
      values.add(Words.grouped(period.byLevel().getOrDefault(level, 0L)));
    }
    values.add(Words.grouped(AdoptionCharts.withoutLevel(point)));
    values.add(Words.grouped(point.cumulative().packagesWithProvenance()));
    return values;
  }
}
