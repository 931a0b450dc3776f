package dev.whence.web.pkg;

import dev.whence.address.PagePaths;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.insight.compare.Comparison;
import dev.whence.insight.compare.ReleaseHistory;
import dev.whence.provenance.Provenance;
import dev.whence.web.facts.Mark;
import dev.whence.web.facts.MarkWords;
import dev.whence.web.facts.ProvenanceWords;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version in the table of its package.
 *
 * @param source {@code nuxt/nuxt}; absent without provenance
 * @param commit {@code @9f3c2a1}; absent if none is stated
 * @param sourcePath our page of that repository
 * @param workflow the file's name; its path is {@code workflowTitle}
 * @param level {@code Build L2}; absent unless verified with a known builder
 * @param checks {@code 12 of 12}; absent without verdict
 * @param marks its differences from the baseline
 * @param comparedWith the baseline; absent if there is none
 */
public record VersionRow(
    String version,
    String path,
    @Nullable When published,
    List<String> distTags,
    boolean isDeprecated,
    boolean isRemoved,
    Evidence evidence,
    @Nullable Boolean hasProvenance,
    @Nullable String source,
    @Nullable String commit,
    @Nullable String sourcePath,
    @Nullable String workflow,
    @Nullable String workflowTitle,
    @Nullable String ref,
    @Nullable String level,
    @Nullable String checks,
    List<Mark> marks,
    @Nullable String comparedWith) {

  /** Longer version numbers may break, so that the other columns stay visible. */
  private static final int IN_ONE_PIECE = 22;

  /** True if the version number may take more than one line. */
  public boolean isLong() {
    return version.length() > IN_ONE_PIECE;
  }

  /** True if the source is not proven, but only stated by a provenance that was rejected. */
  public boolean isClaim() {
    return evidence == Evidence.REJECTED;
  }

  /** True if the version is removed, and its evidence does not say so already. */
  public boolean isTaggedRemoved() {
    return isRemoved && evidence != Evidence.REMOVED;
  }

  /** The rows of all versions, in the given order. */
  static List<VersionRow> all(
      String name, List<VersionSummary> versions, ReleaseHistory history, Frame frame) {
    return versions.stream().map(version -> of(name, history.of(version), frame)).toList();
  }

  private static VersionRow of(String name, Comparison comparison, Frame frame) {
    VersionSummary version = comparison.version();
    @Nullable Provenance provenance = version.provenance();
    return new VersionRow(
        version.version(),
        PagePaths.version(name, version.version()),
        version.publishedAt() == null ? null : frame.when(version.publishedAt()),
        version.distTags(),
        version.deprecated() != null,
        version.removedAt() != null,
        version.evidence(),
        version.hasProvenance(),
        provenance == null || provenance.source() == null
            ? null
            : provenance.source().owner() + "/" + provenance.source().name(),
        provenance == null || provenance.commit() == null
            ? null
            : "@" + Digest.commit(provenance.commit()).shortened(),
        provenance == null || provenance.source() == null
            ? null
            : PagePaths.repository(provenance.source()),
        provenance == null || provenance.workflow() == null
            ? null
            : ProvenanceWords.fileName(provenance.workflow().path()),
        provenance == null || provenance.workflow() == null ? null : provenance.workflow().path(),
        provenance == null || provenance.ref() == null
            ? null
            : ProvenanceWords.ref(provenance.ref()),
        version.level() == null ? null : "Build " + version.level().name(),
        version.checksApplicable() == 0
            ? null
            : version.checksPassed() + " of " + version.checksApplicable(),
        MarkWords.of(comparison),
        comparison.baseline() == null ? null : comparison.baseline().version().version());
  }
}
