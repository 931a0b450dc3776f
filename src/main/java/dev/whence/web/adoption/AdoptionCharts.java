package dev.whence.web.adoption;

import dev.whence.insight.AdoptionPoint;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import dev.whence.web.adoption.MonthChart.Values;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The three charts of the adoption page, each with the sentence that it illustrates. */
final class AdoptionCharts {

  static final String NO_LEVEL = "no level proven";

  private AdoptionCharts() {}

  /** By month; none where there is nothing to show. */
  static List<MonthChart> of(List<AdoptionPoint> points) {
    return points.isEmpty()
        ? List.of()
        : List.of(byService(points), byLevel(points), packages(points));
  }

  private static MonthChart byService(List<AdoptionPoint> points) {
    List<Values> values = new ArrayList<>();
    for (CiProvider provider : CiProvider.values()) {
      values.add(
          values(
              provider.title(), points, p -> p.period().byProvider().getOrDefault(provider, 0L)));
    }
    return MonthChart.draw(
        "versions-by-service",
        "Versions with checked provenance, by the CI service that built them",
        "Since " + Months.name(points.getFirst().start()) + ": " + totals(values, "by") + ".",
        months(points),
        values);
  }

  private static MonthChart byLevel(List<AdoptionPoint> points) {
    List<Values> values = new ArrayList<>();
    for (SlsaLevel level : SlsaLevel.values()) {
      values.add(values(level.title(), points, p -> p.period().byLevel().getOrDefault(level, 0L)));
    }
    values.add(values(NO_LEVEL, points, AdoptionCharts::withoutLevel));
    return MonthChart.draw(
        "versions-by-level",
        "Versions with checked provenance, by SLSA Build level",
        "Since " + Months.name(points.getFirst().start()) + ": " + totals(values, "with") + ".",
        months(points),
        values);
  }

  static long withoutLevel(AdoptionPoint point) {
    return point.period().versionsWithProvenance()
        - point.period().byLevel().values().stream().mapToLong(Long::longValue).sum();
  }

  private static MonthChart packages(List<AdoptionPoint> points) {
    List<Values> values = new ArrayList<>();
    for (CiProvider provider : CiProvider.values()) {
      values.add(
          values(
              provider.title(),
              points,
              p -> p.cumulative().packagesByProvider().getOrDefault(provider, 0L)));
    }
    long packages = points.getLast().cumulative().packagesWithProvenance();
    return MonthChart.draw(
        "packages-by-service",
        "Packages that have published a version with checked provenance",
        Amount.of(packages, "package")
            + " by "
            + Months.name(points.getLast().start())
            + ", each counted from its first such version on, by the service that built that one.",
        months(points),
        values);
  }

  private static Values values(
      String name, List<AdoptionPoint> points, ToLongFunction<AdoptionPoint> count) {
    return new Values(name, points.stream().map(count::applyAsLong).toList());
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
