package dev.whence.catalog.read;

import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.Paging;
import dev.whence.catalog.sql.PageReads;
import dev.whence.provenance.PackageName;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads the list of a package's changes. */
@ApplicationScoped
public class EventRepository implements PanacheRepositoryBase<StoredEvent, Long> {

  private final PackageRepository packages;

  public EventRepository(PackageRepository packages) {
    this.packages = packages;
  }

  /** The last noticed change first; empty if the package is unknown. */
  public Optional<Page<PackageEvent>> of(PackageName name, int offset, int limit) {
    Paging paging = Paging.of(offset, limit);
    return PageReads.read(() -> packages.id(name).map(id -> page(id, paging)));
  }

  private Page<PackageEvent> page(long packageId, Paging paging) {
    List<PackageEvent> events = events(packageId, paging);
    return paging.page(events, total(packageId, paging, events.size()));
  }

  private List<PackageEvent> events(long packageId, Paging paging) {
    return paging.limit() == 0
        ? List.of()
        : find(
                "packageId = :package ORDER BY noticedAt DESC, id DESC",
                Parameters.with("package", packageId))
            .project(PackageEvent.class)
            .range(paging.offset(), paging.offset() + paging.limit() - 1)
            .list();
  }

  /**
   * A page that is not full is the last one, so the events of most packages need not be counted.
   */
  private long total(long packageId, Paging paging, int found) {
    boolean isEnd = found < paging.limit() && (found > 0 || paging.offset() == 0);
    return isEnd ? paging.offset() + (long) found : count("packageId", packageId);
  }
}
