package dev.whence.insight.compare;

import dev.whence.catalog.read.VersionSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The earlier versions: the newest ones, and how often each value was stated. */
final class EarlierVersions {

  private static final NewestVersions NOTHING = new NewestVersions();

  private final NewestVersions all = new NewestVersions();
  private final Map<ReleaseLine, NewestVersions> lines = new HashMap<>();
  private final Map<Aspect, Map<String, Integer>> values = new HashMap<>();
  private final Map<Aspect, Integer> stated = new HashMap<>();
  private boolean isKnownWhole = true;

  /** Nothing is compared with a removed version. */
  void add(VersionSummary version) {
    EvidenceStanding standing = EvidenceStanding.of(version.evidence());
    addUnplaced(version);
    count(Aspect.PUBLISHER, version);
    if (version.removedAt() != null) {
      return;
    }
    all.add(version);
    ReleaseLine.of(version.version())
        .ifPresent(line -> lines.computeIfAbsent(line, _ -> new NewestVersions()).add(version));
    if (standing == EvidenceStanding.PROVENANCE) {
      count(Aspect.EVIDENCE, version);
      Aspect.STATED.forEach(aspect -> count(aspect, version));
    }
  }

  /** A version that may have come earlier. */
  void addUnplaced(VersionSummary version) {
    isKnownWhole &= EvidenceStanding.of(version.evidence()) == EvidenceStanding.NONE;
  }

  private void count(Aspect aspect, VersionSummary version) {
    List<String> kept = aspect.kept(version);
    if (kept.isEmpty()) {
      return;
    }
    stated.merge(aspect, 1, Integer::sum);
    Map<String, Integer> counts = values.computeIfAbsent(aspect, _ -> new HashMap<>());
    kept.forEach(value -> counts.merge(value, 1, Integer::sum));
  }

  NewestVersions all() {
    return all;
  }

  /** Empty if the version is on no line, or is the first on its line. */
  NewestVersions line(String version) {
    return ReleaseLine.of(version).map(line -> lines.getOrDefault(line, NOTHING)).orElse(NOTHING);
  }

  /** True if every version is known to have no provenance. */
  boolean isWithoutProvenance() {
    return isKnownWhole && stated(Aspect.EVIDENCE) == 0;
  }

  /** The number of versions that state this aspect. */
  int stated(Aspect aspect) {
    return stated.getOrDefault(aspect, 0);
  }

  /** The number of versions that state the same value as this one. */
  int same(Aspect aspect, VersionSummary version) {
    @Nullable Map<String, Integer> counts = values.get(aspect);
    return counts == null
        ? 0
        : aspect.asked(version).stream().mapToInt(value -> counts.getOrDefault(value, 0)).sum();
  }
}
