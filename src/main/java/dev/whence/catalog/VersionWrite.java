package dev.whence.catalog;

import dev.whence.provenance.PackumentVersion;
import dev.whence.provenance.SourceRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version with the dist-tags that point at it and the repository that it declares. */
record VersionWrite(
    long packageId,
    PackumentVersion facts,
    List<String> distTags,
    @Nullable SourceRepository declared) {

  /** Whether it can be npm's security placeholder; which it is, the catalog says. */
  boolean mayBeSecurityHolder() {
    return facts.version().contains("-security");
  }
}
