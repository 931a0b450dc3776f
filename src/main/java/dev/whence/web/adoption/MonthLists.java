package dev.whence.web.adoption;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.ListFilter;
import dev.whence.catalog.PackageField;
import dev.whence.catalog.VersionField;
import dev.whence.insight.AdoptionSeries;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import dev.whence.web.ui.Lists;
import java.time.LocalDate;

/**
 * The lists of what one month of the series counts.
 *
 * @param versions those that were published in it
 * @param last its last day, or the last one that the series counts
 */
record MonthLists(ListFilter<VersionField> versions, LocalDate last) {

  /** The month that begins with {@code start}. */
  static MonthLists of(LocalDate start, LocalDate today) {
    return between(start, start.plusMonths(1).minusDays(1), today);
  }

  /** All that the series counts up to the end of the month that begins with {@code start}. */
  static MonthLists upTo(LocalDate start, LocalDate today) {
    return between(AdoptionSeries.EARLIEST, start.plusMonths(1).minusDays(1), today);
  }

  private static MonthLists between(LocalDate first, LocalDate end, LocalDate today) {
    LocalDate latest = AdoptionSeries.latest(today);
    LocalDate last = end.isAfter(latest) ? latest : end;
    return new MonthLists(
        ListFilter.versions()
            .with(VersionField.FROM, first.toString())
            .with(VersionField.TO, last.toString()),
        last);
  }

  String published() {
    return Lists.versions(versions.with(VersionField.COUNTED, "yes"));
  }

  String checked() {
    return Lists.versions(proven());
  }

  String by(CiProvider provider) {
    return Lists.versions(proven().with(VersionField.PROVIDER, provider));
  }

  String with(SlsaLevel level) {
    return Lists.versions(proven().with(VersionField.LEVEL, level));
  }

  String withoutLevel() {
    return Lists.versions(proven().with(VersionField.LEVEL, "none"));
  }

  /** Packages whose first version with checked provenance was published by then. */
  String packages() {
    return Lists.packages(
        ListFilter.packages()
            .with(PackageField.FROM, AdoptionSeries.EARLIEST.toString())
            .with(PackageField.TO, last.toString()));
  }

  private ListFilter<VersionField> proven() {
    return versions.with(VersionField.EVIDENCE, Evidence.VERIFIED);
  }
}
