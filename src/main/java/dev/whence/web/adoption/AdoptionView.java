package dev.whence.web.adoption;

import dev.whence.insight.AdoptionCounts;
import dev.whence.insight.AdoptionPoint;
import dev.whence.insight.AdoptionSeries;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Provenance over time.
 *
 * @param sentence the whole in one sentence
 * @param charts none where no version has checked provenance
 * @param leftOut what the series cannot show; empty where it shows all
 */
public record AdoptionView(
    Frame frame, Sentence sentence, List<MonthChart> charts, AdoptionTable table, String leftOut) {

  static final String PATH = "/adoption";
  static final String CSV = "/api/v1/adoption.csv";

  static AdoptionView of(AdoptionSeries series, Frame frame) {
    List<AdoptionPoint> points = series.sinceFirstProvenance();
    LocalDate today = LocalDate.ofInstant(frame.now(), ZoneOffset.UTC);
    return new AdoptionView(
        frame,
        sentence(points, today, frame.silentSince() != null),
        AdoptionCharts.of(points),
        AdoptionTable.of(points, today),
        leftOut(series.outOfRange()));
  }

  /** Where the same numbers are as a table for machines. */
  public String csv() {
    return CSV;
  }

  private static Sentence sentence(List<AdoptionPoint> points, LocalDate today, boolean silent) {
    if (points.isEmpty() && silent) {
      return Sentence.of(
          "This registry does not pass on provenance, so there is nothing that we could count.");
    }
    if (points.isEmpty()) {
      return Sentence.of("No version in this catalog has provenance of which every check passed.");
    }
    long versions = points.stream().mapToLong(point -> point.period().versions()).sum();
    AdoptionCounts now = points.getLast().cumulative();
    long proven = now.versionsWithProvenance();
    MonthLists lists = MonthLists.upTo(points.getLast().start(), today);
    return Sentence.write()
        .page(lists.checked(), Amount.of(proven, "version"))
        .words(" of ")
        .page(lists.packages(), Amount.of(now.packagesWithProvenance(), "package"))
        .words(" have provenance of which every check passed: ")
        .words(share(proven, versions))
        .words(" of what the packages in this catalog published since ")
        .words(Months.name(points.getFirst().start()) + ".")
        .end();
  }

  private static String leftOut(long versions) {
    return versions == 0
        ? ""
        : Amount.of(versions, "version")
            + " left out: the registry gives a publish date that cannot be right.";
  }

  /** {@code 37 %}; what is neither none nor all is never rounded to it. */
  static String share(long part, long whole) {
    if (whole == 0) {
      return "–";
    }
    long percent = Math.round(100.0 * part / whole);
    if (percent == 0 && part > 0) {
      return "<1 %";
    }
    return percent == 100 && part < whole ? ">99 %" : percent + " %";
  }
}
