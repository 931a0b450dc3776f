package dev.whence.catalog.write;

import dev.whence.catalog.EventKind;
import dev.whence.provenance.Integrity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a change in a version's digests. Only another digest of the same algorithm is
 * another file.
 *
 * @param integrity {@code dist.integrity} as the registry states it now, if it does
 * @param shasum {@code dist.shasum}, likewise
 */
record DigestChange(
    String version,
    @Nullable String integrityBefore,
    @Nullable String integrity,
    @Nullable String shasumBefore,
    @Nullable String shasum) {

  List<PackageChange> changes() {
    List<PackageChange> changes = new ArrayList<>();
    if (isAnotherIntegrity()) {
      @Nullable String before = integrityBefore == null ? shasumBefore : integrityBefore;
      changes.add(change(EventKind.INTEGRITY_CHANGED, before, integrity));
    }
    if (Integrity.of(null, shasum).isAnotherFileThan(Integrity.of(null, shasumBefore))) {
      changes.add(change(EventKind.SHASUM_CHANGED, shasumBefore, shasum));
    }
    if (changes.isEmpty() && isRestated()) {
      changes.add(change(EventKind.INTEGRITY_RESTATED, integrityBefore, integrity));
    }
    return changes;
  }

  private boolean isAnotherIntegrity() {
    Integrity before =
        integrityBefore == null
            ? Integrity.of(null, shasumBefore)
            : Integrity.parse(integrityBefore);
    return Integrity.of(integrity, null).isAnotherFileThan(before);
  }

  /**
   * Other algorithms, or texts that are not digests. The same digests in another order are no
   * change.
   */
  private boolean isRestated() {
    return integrity != null
        && !integrity.equals(integrityBefore)
        && (Integrity.parse(integrity).digests().isEmpty()
            || !Integrity.of(integrity, shasum)
                .equals(Integrity.of(integrityBefore, shasumBefore)));
  }

  private PackageChange change(EventKind kind, @Nullable String before, @Nullable String after) {
    return new PackageChange(kind, version, null, before, after);
  }
}
