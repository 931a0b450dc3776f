package dev.whence.insight;

import dev.whence.catalog.AdoptionQueries.AdoptionDay;
import dev.whence.catalog.AdoptionQueries.FirstProvenance;
import dev.whence.catalog.Evidence;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was published within one period, or up to its end.
 *
 * <p>A version is <em>with provenance</em> here when its evidence is {@link Evidence#VERIFIED}: the
 * registry served a provenance for it and every check that applies passed. What is rejected, could
 * not be checked, was not served or was not looked at yet is in {@code byEvidence}, each in its own
 * place, and never counts as provenance. A package is with provenance from the publish date of its
 * first such version on, whatever it published later. Both change backwards when old versions get
 * their first or a newer verdict.
 *
 * @param versions published, with or without provenance
 * @param byEvidence all versions by their evidence; every evidence, zero included
 * @param byProvider versions with provenance by the CI service that built them; every service
 * @param byLevel versions with provenance by SLSA Build level; every level. Less in sum than {@link
 *     #versionsWithProvenance} where a verified provenance has no level
 * @param packagesByProvider packages by the CI service of their first version with provenance;
 *     every service
 */
public record AdoptionCounts(
    long versions,
    Map<Evidence, Long> byEvidence,
    Map<CiProvider, Long> byProvider,
    Map<SlsaLevel, Long> byLevel,
    Map<CiProvider, Long> packagesByProvider) {

  /** Nothing was published. */
  public static final AdoptionCounts NONE =
      new AdoptionCounts(
          0,
          zeros(Evidence.class),
          zeros(CiProvider.class),
          zeros(SlsaLevel.class),
          zeros(CiProvider.class));

  public AdoptionCounts {
    byEvidence = Collections.unmodifiableMap(new EnumMap<>(byEvidence));
    byProvider = Collections.unmodifiableMap(new EnumMap<>(byProvider));
    byLevel = Collections.unmodifiableMap(new EnumMap<>(byLevel));
    packagesByProvider = Collections.unmodifiableMap(new EnumMap<>(packagesByProvider));
  }

  static AdoptionCounts of(AdoptionDay day) {
    boolean proven = day.evidence() == Evidence.VERIFIED;
    return new AdoptionCounts(
        day.versions(),
        one(Evidence.class, day.evidence(), day.versions()),
        one(CiProvider.class, proven ? day.provider() : null, day.versions()),
        one(SlsaLevel.class, proven ? day.level() : null, day.versions()),
        zeros(CiProvider.class));
  }

  static AdoptionCounts of(FirstProvenance first) {
    return new AdoptionCounts(
        0,
        zeros(Evidence.class),
        zeros(CiProvider.class),
        zeros(SlsaLevel.class),
        one(CiProvider.class, first.provider(), first.packages()));
  }

  AdoptionCounts plus(AdoptionCounts other) {
    return new AdoptionCounts(
        versions + other.versions,
        sum(byEvidence, other.byEvidence),
        sum(byProvider, other.byProvider),
        sum(byLevel, other.byLevel),
        sum(packagesByProvider, other.packagesByProvider));
  }

  /** Versions with provenance, in the sense above. */
  public long versionsWithProvenance() {
    return byEvidence.getOrDefault(Evidence.VERIFIED, 0L);
  }

  /** Packages with provenance: those whose first such version falls into the time counted. */
  public long packagesWithProvenance() {
    return packagesByProvider.values().stream().mapToLong(Long::longValue).sum();
  }

  private static <E extends Enum<E>> Map<E, Long> zeros(Class<E> kinds) {
    Map<E, Long> counts = new EnumMap<>(kinds);
    for (E kind : kinds.getEnumConstants()) {
      counts.put(kind, 0L);
    }
    return counts;
  }

  private static <E extends Enum<E>> Map<E, Long> one(
      Class<E> kinds, @Nullable E kind, long count) {
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
