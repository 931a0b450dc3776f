package dev.whence.catalog.read;

import dev.whence.catalog.sql.PageReads;
import dev.whence.provenance.PackageName;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds packages by name. */
@ApplicationScoped
public class PackageRepository implements PanacheRepositoryBase<StoredPackage, Long> {

  private record Id(long id) {}

  /** The package's number; empty if the package is unknown. */
  public Optional<Long> id(PackageName name) {
    return PageReads.read(
        () -> find("name", name.value()).project(Id.class).singleResultOptional().map(Id::id));
  }
}
