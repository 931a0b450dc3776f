package dev.whence.insight.compare;

import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.SemverOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All versions of a package, each compared with one that was published before it.
 *
 * <p>The rule: take the earlier versions of its release line. The baseline is the newest one with
 * provenance; if none has provenance, the newest one. If the line has no earlier version, the same
 * rule applies to the whole package. A stable version is compared with stable ones only, a
 * prerelease with all. Nothing is compared with a removed version. If no version of the package has
 * a time, the lower number counts as earlier. If only some have none, those are not compared.
 */
public final class ReleaseHistory {

  /** The version that npm's security team publishes in place of a package that it removed. */
  private static final Pattern PLACEHOLDER = Pattern.compile("0\\.0\\.[0-9]+-security(\\.[0-9]+)?");

  private static final String NPM = "npm";

  private final boolean byNumber;
  private final EarlierVersions stable = new EarlierVersions();
  private final EarlierVersions all = new EarlierVersions();
  private final Map<String, Comparison> comparisons = new HashMap<>();

  private ReleaseHistory(List<VersionSummary> versions) {
    byNumber = versions.stream().allMatch(version -> version.publishedAt() == null);
    if (!byNumber) {
      versions.stream().filter(version -> version.publishedAt() == null).forEach(all::addUnplaced);
    }
    ordered(versions).forEach(this::compareAll);
    versions.forEach(
        version ->
            comparisons.computeIfAbsent(
                version.version(), _ -> Comparisons.unplaced(version, all)));
  }

  /** The history of all versions of a package, given in any order. */
  public static ReleaseHistory of(List<VersionSummary> versions) {
    return new ReleaseHistory(versions);
  }

  /** The comparison of one of these versions. */
  public Comparison of(VersionSummary version) {
    return Objects.requireNonNull(comparisons.get(version.version()));
  }

  /** True if a version has a provenance that was not rejected. */
  public boolean hasProvenance() {
    return all.stated(Aspect.EVIDENCE) > 0;
  }

  /**
   * Groups of versions, the earliest first. Versions with the same time are in one group, because
   * none of them is earlier.
   */
  private List<List<VersionSummary>> ordered(List<VersionSummary> versions) {
    if (byNumber) {
      return versions.stream()
          .sorted(Comparator.comparing(VersionSummary::version, SemverOrder.ASCENDING))
          .map(List::of)
          .toList();
    }
    List<VersionSummary> timed =
        versions.stream()
            .filter(version -> version.publishedAt() != null)
            .sorted(Comparator.comparing(VersionSummary::publishedAt))
            .toList();
    List<List<VersionSummary>> groups = new ArrayList<>();
    @Nullable Instant last = null;
    for (VersionSummary version : timed) {
      if (!Objects.equals(version.publishedAt(), last)) {
        groups.add(new ArrayList<>());
        last = version.publishedAt();
      }
      groups.getLast().add(version);
    }
    return groups;
  }

  private void compareAll(List<VersionSummary> group) {
    group.forEach(version -> comparisons.put(version.version(), compare(version)));
    for (VersionSummary version : group) {
      all.add(version);
      if (ReleaseLine.isStable(version.version())) {
        stable.add(version);
      }
    }
  }

  private Comparison compare(VersionSummary version) {
    if (isPlaceholder(version)) {
      return Comparisons.alone(version, all);
    }
    EarlierVersions earlier = ReleaseLine.isStable(version.version()) ? stable : all;
    NewestVersions line = earlier.line(version.version());
    boolean isOnLine = line.baseline() != null;
    NewestVersions trail = isOnLine ? line : earlier.all();
    @Nullable VersionSummary before = trail.baseline();
    return before == null
        ? Comparisons.alone(version, all)
        : Comparisons.of(
            version, new Baseline(before, isOnLine, byNumber), trail.gap(), earlier, all);
  }

  private static boolean isPlaceholder(VersionSummary version) {
    return NPM.equals(version.publisher()) && PLACEHOLDER.matcher(version.version()).matches();
  }
}
