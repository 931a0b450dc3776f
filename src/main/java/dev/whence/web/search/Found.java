package dev.whence.web.search;

import dev.whence.catalog.filter.Page;
import dev.whence.catalog.read.FoundVersions;
import dev.whence.catalog.read.PackageSummary;
import dev.whence.catalog.read.RepositorySummary;
import dev.whence.provenance.PackageReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param versions by the commit, run, digest or log entry that the text can be
 * @param unknownVersion what the text names where the catalog has the package and not the version;
 *     absent otherwise
 */
record Found(
    Page<PackageSummary> packages,
    Page<RepositorySummary> repositories,
    List<FoundVersions> versions,
    @Nullable PackageReference unknownVersion) {

  /** Something that is no package was found. */
  boolean hasOther() {
    return !versions.isEmpty() || repositories.total() > 0;
  }
}
