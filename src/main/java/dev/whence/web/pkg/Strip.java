package dev.whence.web.pkg;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.insight.compare.EvidenceStanding;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SemverOrder;
import dev.whence.web.facts.ProvenanceWords;
import dev.whence.web.ui.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All versions of a package at a glance, in the order in which they were published: a band each for
 * evidence, repository, ref, workflow and publisher.
 *
 * @param from when the first version was published; absent if the registry does not say
 * @param to when the last one was
 */
public record Strip(List<Band> bands, int versions, @Nullable String from, @Nullable String to) {

  /** With fewer versions, the table shows everything. */
  static final int MIN_VERSIONS = 3;

  private static final String TAGS = "refs/tags/";

  /** The value that a version states; absent if it states none. */
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

  /** The strip of versions, given in the order of publishing. */
  static List<Band> bands(List<VersionSummary> ordered) {
    List<String> names = ordered.stream().map(VersionSummary::version).toList();
    List<Band> bands = new ArrayList<>();
    bands.add(
        EvidenceBand.of(
            ordered.stream().map(version -> version.evidence().word()).toList(), names));
    List<String> reasons = ordered.stream().map(Strip::reason).toList();
    addBand(bands, "Repository", SourceNames.of(ordered), reasons, names);
    addBand(bands, "Branch or tag", values(ordered, Strip::ref), reasons, names);
    addBand(bands, "Workflow", values(ordered, Strip::workflow), reasons, names);
    List<String> unnamed = ordered.stream().map(Strip::unnamed).toList();
    addBand(bands, "Publisher", values(ordered, Strip::publisher), unnamed, names);
    return bands;
  }

  /** Why a version states nothing: it has no provenance, or we do not know. */
  private static String reason(VersionSummary version) {
    return switch (EvidenceStanding.of(version.evidence())) {
      case NONE -> ValueBand.NO_PROVENANCE;
      case REMOVED -> ValueBand.GONE;
      case UNKNOWN -> ValueBand.NOT_KNOWN;
      case PROVENANCE -> ValueBand.NOT_STATED;
      case REJECTED -> ValueBand.REJECTED;
    };
  }

  /** Why the registry names no publisher. */
  private static String unnamed(VersionSummary version) {
    return version.evidence() == Evidence.REMOVED ? ValueBand.GONE : ValueBand.NOT_KNOWN;
  }

  private static List<@Nullable String> values(List<VersionSummary> ordered, Value value) {
    List<@Nullable String> values = new ArrayList<>(ordered.size());
    ordered.forEach(version -> values.add(value.of(version)));
    return values;
  }

  /** A band that has nothing to show is left out. */
  private static void addBand(
      List<Band> bands,
      String label,
      List<@Nullable String> values,
      List<String> reasons,
      List<String> names) {
    if (values.stream().anyMatch(Objects::nonNull)) {
      bands.add(ValueBand.of(label, values, reasons, names));
    }
  }

  /** A rejected claim says nothing about the version's origin. */
  static @Nullable Provenance stated(VersionSummary version) {
    return EvidenceStanding.of(version.evidence()) == EvidenceStanding.REJECTED
        ? null
        : version.provenance();
  }

  /** Each release has its own tag, so all tags are one value; branches count by name. */
  private static @Nullable String ref(VersionSummary version) {
    @Nullable Provenance provenance = stated(version);
    if (provenance == null || provenance.ref() == null) {
      return null;
    }
    return provenance.ref().startsWith(TAGS) ? "a tag" : ProvenanceWords.ref(provenance.ref());
  }

  private static @Nullable String workflow(VersionSummary version) {
    @Nullable Provenance provenance = stated(version);
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
