package dev.whence.web.search;

import dev.whence.catalog.filter.Page;
import dev.whence.catalog.read.FoundVersions;
import dev.whence.catalog.read.PackageSummary;
import dev.whence.catalog.read.RepositorySummary;
import dev.whence.provenance.PackageReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of a search.
 *
 * @param versions the versions whose commit, run, digest or log entry is the text
 * @param unknownVersion the version that the text names, if the catalog has the package but not the
 *     version; otherwise absent
 * @param near packages whose name is almost the text; empty if something was found
 */
record Found(
    Page<PackageSummary> packages,
    Page<RepositorySummary> repositories,
    List<FoundVersions> versions,
    @Nullable PackageReference unknownVersion,
    List<String> near) {

  /** True if something other than a package was found. */
  boolean hasOther() {
    return !versions.isEmpty() || repositories.total() > 0;
  }
}
