package dev.whence.web.pkg;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.VersionSummary;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SemverOrder;
import dev.whence.web.facts.ProvenanceWords;
import dev.whence.web.ui.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All versions of a package at a glance, in the order in which they were published: a band each for
 * evidence, repository, workflow and publisher.
 *
 * @param from when the first version was published; absent where the registry does not say
 * @param to when the last one was
 */
public record Strip(List<Band> bands, int versions, @Nullable String from, @Nullable String to) {

  /** Below this there is nothing to see that the table does not show. */
  static final int MIN_VERSIONS = 3;

  /** What a version states of one thing; absent where it states nothing. */
  private interface Value {
    @Nullable String of(VersionSummary version);
  }

  static @Nullable Strip of(List<VersionSummary> versions, Frame frame) {
    if (versions.size() < MIN_VERSIONS) {
      return null;
    }
    List<VersionSummary> ordered =
        versions.stream()
            .sorted(
                Comparator.comparing(
                        VersionSummary::publishedAt,
                        Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                    .thenComparing(VersionSummary::version, SemverOrder.ASCENDING))
            .toList();
    return new Strip(
        bands(ordered),
        ordered.size(),
        date(ordered.getFirst().publishedAt(), frame),
        date(ordered.getLast().publishedAt(), frame));
  }

  private static List<Band> bands(List<VersionSummary> ordered) {
    List<String> names = ordered.stream().map(VersionSummary::version).toList();
    List<Band> bands = new ArrayList<>();
    bands.add(EvidenceBand.of(ordered.stream().map(VersionSummary::evidence).toList(), names));
    addBand(bands, "Repository", values(ordered, Strip::repository), names);
    addBand(bands, "Workflow", values(ordered, Strip::workflow), names);
    addBand(bands, "Publisher", values(ordered, Strip::publisher), names);
    return bands;
  }

  private static List<@Nullable String> values(List<VersionSummary> ordered, Value value) {
    List<@Nullable String> values = new ArrayList<>(ordered.size());
    for (VersionSummary version : ordered) {
      @Nullable String stated = value.of(version);
      values.add(
          stated == null && version.evidence() == Evidence.REMOVED ? ValueBand.GONE : stated);
    }
    return values;
  }

  /** A band that has nothing to show is left out. */
  private static void addBand(
      List<Band> bands, String label, List<@Nullable String> values, List<String> names) {
    if (values.stream().anyMatch(value -> value != null && !value.equals(ValueBand.GONE))) {
      bands.add(ValueBand.of(label, values, names));
    }
  }

  private static @Nullable String repository(VersionSummary version) {
    @Nullable Provenance provenance = version.provenance();
    return provenance == null || provenance.source() == null
        ? null
        : ProvenanceWords.name(provenance.source());
  }

  private static @Nullable String workflow(VersionSummary version) {
    @Nullable Provenance provenance = version.provenance();
    return provenance == null || provenance.workflow() == null
        ? null
        : provenance.workflow().path();
  }

  private static @Nullable String publisher(VersionSummary version) {
    return version.trustedPublisher() == null
        ? version.publisher()
        : "trusted publisher (" + version.trustedPublisher() + ")";
  }

  private static @Nullable String date(@Nullable Instant instant, Frame frame) {
    return instant == null ? null : frame.when(instant).date();
  }
}
