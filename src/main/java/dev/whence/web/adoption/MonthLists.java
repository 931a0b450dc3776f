package dev.whence.web.adoption;

import dev.whence.address.ListPaths;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.VersionField;
import dev.whence.insight.adoption.AdoptionSeries;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import java.time.LocalDate;

/**
 * The lists behind the counts of one month.
 *
 * @param versions the versions that were published in this month
 * @param last its last day, or the last counted day
 */
record MonthLists(ListFilter<VersionField> versions, LocalDate last) {

  /** The lists of the month that begins with {@code start}. */
  static MonthLists of(LocalDate start, LocalDate today) {
    return since(start, start, today);
  }

  /**
   * The lists of all months from the one that begins with {@code first} to the one that begins with
   * {@code start}.
   */
  static MonthLists since(LocalDate first, LocalDate start, LocalDate today) {
    LocalDate end = start.plusMonths(1).minusDays(1);
    LocalDate latest = AdoptionSeries.latest(today);
    LocalDate last = end.isAfter(latest) ? latest : end;
    return new MonthLists(
        ListFilter.versions()
            .with(VersionField.FROM, first.toString())
            .with(VersionField.TO, last.toString()),
        last);
  }

  String published() {
    return ListPaths.versions(versions.with(VersionField.COUNTED, "yes"));
  }

  String verified() {
    return ListPaths.versions(ofVerified());
  }

  String by(CiProvider provider) {
    return ListPaths.versions(ofVerified().with(VersionField.PROVIDER, provider));
  }

  String with(SlsaLevel level) {
    return ListPaths.versions(ofVerified().with(VersionField.LEVEL, level));
  }

  String withoutLevel() {
    return ListPaths.versions(ofVerified().with(VersionField.LEVEL, "none"));
  }

  /** Packages whose first version with verified provenance was published by then. */
  String packages() {
    return ListPaths.packages(
        ListFilter.packages()
            .with(PackageField.FROM, AdoptionSeries.EARLIEST.toString())
            .with(PackageField.TO, last.toString()));
  }

  private ListFilter<VersionField> ofVerified() {
    return versions.with(VersionField.EVIDENCE, EvidenceWord.VERIFIED);
  }
}
