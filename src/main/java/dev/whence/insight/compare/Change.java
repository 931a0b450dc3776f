package dev.whence.insight.compare;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A difference between two versions that pages show.
 *
 * @param compared the aspect that differs; absent for {@link Kind#PROVENANCE_REGAINED}, because
 *     there the differing release is between the two
 */
public record Change(Kind kind, @Nullable ComparedAspect compared) {

  /** The kind of difference. */
  public enum Kind {
    /** The release before has no provenance. An earlier one and this one have it. */
    PROVENANCE_REGAINED,
    /** No earlier version has provenance. */
    PROVENANCE_FIRST,
    PROVENANCE_GAINED,
    /** The provenance of the version before was rejected. */
    PROVENANCE_NOT_REJECTED,
    PROVENANCE_REJECTED,
    PROVENANCE_LOST,
    /** The version before has verified provenance. The attestation of this one is unreadable. */
    PROVENANCE_UNREADABLE,
    /** The version before has verified provenance. The registry does not serve that of this one. */
    PROVENANCE_MISSING,
    /** The version before has verified provenance. That of this one is inconclusive. */
    PROVENANCE_INCONCLUSIVE,
    /** Removed from the registry before we could fetch its attestation. */
    REMOVED,
    REPOSITORY,
    /** Another repository with the same name. */
    REPOSITORY_OF_SAME_NAME,
    REPOSITORY_RENAMED,
    /** The same repository under the same name, with another owner. */
    REPOSITORY_OWNER,
    REF,
    WORKFLOW,
    TRIGGER,
    RUNNER,
    BUILDER,
    TRUSTED_PUBLISHING_LOST,
    TRUSTED_PUBLISHING_GAINED,
    /** Another trusted publishing service. */
    TRUSTED_PUBLISHER,
    /** An account that published no earlier version. */
    NEW_ACCOUNT
  }

  /** True for less evidence, or a source that no earlier version had. */
  public boolean isWarning() {
    return compared != null && compared.outcome().isWarning();
  }

  /** The aspect that differs. */
  public ComparedAspect aspect() {
    return Objects.requireNonNull(compared);
  }
}
