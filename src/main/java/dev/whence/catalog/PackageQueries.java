package dev.whence.catalog;

import dev.whence.provenance.PackageName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads packages and versions for pages and API: one or two queries each. */
@ApplicationScoped
public class PackageQueries {

  public Optional<PackageDetail> find(PackageName name) {
    throw new UnsupportedOperationException();
  }

  public Optional<VersionDetail> find(PackageName name, String version) {
    throw new UnsupportedOperationException();
  }
}
