package dev.whence.web.adoption;

import dev.whence.insight.adoption.AdoptionCounts;
import dev.whence.insight.adoption.AdoptionPoint;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import dev.whence.web.adoption.MonthChart.Text;
import dev.whence.web.adoption.MonthChart.Values;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The charts of the adoption page, each with its sentence.
 *
 * @param shown the charts that are visible at once
 * @param folded the charts that split the same numbers in another way
 */
public record AdoptionCharts(List<MonthChart> shown, List<MonthChart> folded) {

  static final String NO_LEVEL = "no level";

  private static final String VERSIONS = "versions a month";

  /** The charts by month; none if there is nothing to show. */
  static AdoptionCharts of(List<AdoptionPoint> points) {
    return points.isEmpty()
        ? new AdoptionCharts(List.of(), List.of())
        : new AdoptionCharts(
            List.of(byService(points), packages(points)), List.of(byLevel(points)));
  }

  Stream<MonthChart> all() {
    return Stream.concat(shown.stream(), folded.stream());
  }

  private static MonthChart byService(List<AdoptionPoint> points) {
    List<Values> values = byService(points, p -> p.period().byProvider());
    return MonthChart.draw(
        new Text(
            "versions-by-service",
            "Versions with verified provenance, by CI service",
            "Since " + Months.name(points.getFirst().start()) + ": " + totals(values, "by") + ".",
            VERSIONS),
        months(points),
        values);
  }

  private static MonthChart byLevel(List<AdoptionPoint> points) {
    List<Values> values = new ArrayList<>();
    for (SlsaLevel level : SlsaLevel.values()) {
      values.add(
          new Values(
              SeriesColor.of(level),
              level.title(),
              counts(points, p -> p.period().byLevel().getOrDefault(level, 0L))));
    }
    values.add(
        new Values(SeriesColor.NO_LEVEL, NO_LEVEL, counts(points, p -> withoutLevel(p.period()))));
    return MonthChart.draw(
        new Text(
            "versions-by-level",
            "Versions with verified provenance, by SLSA Build level",
            "Since " + Months.name(points.getFirst().start()) + ": " + totals(values, "with") + ".",
            VERSIONS),
        months(points),
        values);
  }

  /** Versions with verified provenance that proves no level. */
  static long withoutLevel(AdoptionCounts counts) {
    return counts.versionsVerified()
        - counts.byLevel().values().stream().mapToLong(Long::longValue).sum();
  }

  private static MonthChart packages(List<AdoptionPoint> points) {
    AdoptionCounts now = points.getLast().cumulative();
    return MonthChart.draw(
        new Text(
            "packages-by-service",
            "Packages that have at least one version with verified provenance",
            Words.grouped(now.packagesVerified())
                + " of "
                + Amount.of(now.packages(), "package")
                + " at the end of "
                + Months.name(points.getLast().start())
                + ". The colour is the CI service of the package's first such version.",
            "packages in total"),
        months(points),
        byService(points, p -> p.cumulative().packagesByProvider()));
  }

  private static List<Values> byService(
      List<AdoptionPoint> points, Function<AdoptionPoint, Map<CiProvider, Long>> count) {
    List<Values> values = new ArrayList<>();
    for (CiProvider provider : CiProvider.values()) {
      values.add(
          new Values(
              SeriesColor.of(provider),
              provider.title(),
              counts(points, p -> count.apply(p).getOrDefault(provider, 0L))));
    }
    return values;
  }

  private static List<Long> counts(
      List<AdoptionPoint> points, ToLongFunction<AdoptionPoint> count) {
    return points.stream().map(count::applyAsLong).toList();
  }

  private static List<LocalDate> months(List<AdoptionPoint> points) {
    return points.stream().map(AdoptionPoint::start).toList();
  }

  /** {@code 214 by GitHub Actions, 3 by GitLab CI}. */
  private static String totals(List<Values> values, String preposition) {
    return values.stream()
        .filter(series -> !series.isEmpty())
        .map(
            series ->
                Words.grouped(series.counts().stream().mapToLong(Long::longValue).sum())
                    + " "
                    + preposition
                    + " "
                    + series.name())
        .collect(Collectors.joining(", "));
  }
}
