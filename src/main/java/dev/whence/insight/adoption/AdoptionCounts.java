package dev.whence.insight.adoption;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.count.AdoptionQueries.AdoptionDay;
import dev.whence.catalog.count.AdoptionQueries.FirstProvenance;
import dev.whence.catalog.count.AdoptionQueries.FirstVersion;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts of the versions and packages that were published in one period, or up to its end.
 *
 * <p>Only {@link EvidenceWord#VERIFIED} counts as verified: the registry served a provenance and
 * every check that applies passed. Every other state is in {@code byEvidence}, each in its own
 * place. A package counts as verified from the publish date of its first verified version, even if
 * later versions are not verified. Both counts can change for past periods, if an old version gets
 * its first verdict or a newer one.
 *
 * @param versions published versions, with or without provenance; not counted if nobody can know
 *     whether they have provenance
 * @param packages packages whose first counted version was published in this time, with or without
 *     provenance
 * @param byEvidence these versions by their evidence; every evidence that is counted, zero included
 * @param byProvider verified versions by the CI service that built them; every service
 * @param byLevel verified versions by SLSA Build level; every level. The sum is below {@link
 *     #versionsVerified} if a verified provenance has no level
 * @param packagesByProvider packages by the CI service of their first verified version; every
 *     service
 */
public record AdoptionCounts(
    long versions,
    long packages,
    Map<EvidenceWord, Long> byEvidence,
    Map<CiProvider, Long> byProvider,
    Map<SlsaLevel, Long> byLevel,
    Map<CiProvider, Long> packagesByProvider) {

  private static final List<EvidenceWord> EVIDENCE = EvidenceWord.counted();
  private static final List<CiProvider> PROVIDERS = List.of(CiProvider.values());
  private static final List<SlsaLevel> LEVELS = List.of(SlsaLevel.values());

  /** Nothing was published. */
  public static final AdoptionCounts NONE =
      new AdoptionCounts(0, 0, zeros(EVIDENCE), zeros(PROVIDERS), zeros(LEVELS), zeros(PROVIDERS));

  public AdoptionCounts {
    byEvidence = Collections.unmodifiableMap(new EnumMap<>(byEvidence));
    byProvider = Collections.unmodifiableMap(new EnumMap<>(byProvider));
    byLevel = Collections.unmodifiableMap(new EnumMap<>(byLevel));
    packagesByProvider = Collections.unmodifiableMap(new EnumMap<>(packagesByProvider));
  }

  static AdoptionCounts of(AdoptionDay day) {
    boolean isVerified = day.evidence() == Evidence.VERIFIED;
    return new AdoptionCounts(
        day.versions(),
        0,
        one(EVIDENCE, day.evidence().word(), day.versions()),
        one(PROVIDERS, isVerified ? day.provider() : null, day.versions()),
        one(LEVELS, isVerified ? day.level() : null, day.versions()),
        zeros(PROVIDERS));
  }

  static AdoptionCounts of(FirstProvenance first) {
    return new AdoptionCounts(
        0,
        0,
        zeros(EVIDENCE),
        zeros(PROVIDERS),
        zeros(LEVELS),
        one(PROVIDERS, first.provider(), first.packages()));
  }

  static AdoptionCounts of(FirstVersion first) {
    return new AdoptionCounts(
        0, first.packages(), zeros(EVIDENCE), zeros(PROVIDERS), zeros(LEVELS), zeros(PROVIDERS));
  }

  AdoptionCounts plus(AdoptionCounts other) {
    return new AdoptionCounts(
        versions + other.versions,
        packages + other.packages,
        sum(byEvidence, other.byEvidence),
        sum(byProvider, other.byProvider),
        sum(byLevel, other.byLevel),
        sum(packagesByProvider, other.packagesByProvider));
  }

  /** Versions with verified provenance. */
  public long versionsVerified() {
    return byEvidence.getOrDefault(EvidenceWord.VERIFIED, 0L);
  }

  /** Packages whose first verified version was published in this time. */
  public long packagesVerified() {
    return packagesByProvider.values().stream().mapToLong(Long::longValue).sum();
  }

  private static <E extends Enum<E>> Map<E, Long> zeros(List<E> kinds) {
    Map<E, Long> counts = new EnumMap<>(kinds.getFirst().getDeclaringClass());
    for (E kind : kinds) {
      counts.put(kind, 0L);
    }
    return counts;
  }

  private static <E extends Enum<E>> Map<E, Long> one(List<E> kinds, @Nullable E kind, long count) {
    Map<E, Long> counts = zeros(kinds);
    if (kind != null) {
      counts.put(kind, count);
    }
    return counts;
  }

  private static <E extends Enum<E>> Map<E, Long> sum(Map<E, Long> left, Map<E, Long> right) {
    Map<E, Long> counts = new EnumMap<>(left);
    right.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
    return counts;
  }
}
