package dev.whence.catalog.count;

import dev.whence.catalog.RefreshTier;
import dev.whence.catalog.sql.PageReads;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Reads the freshness of each tier. */
@ApplicationScoped
public class FreshnessRepository implements PanacheRepositoryBase<StoredFreshness, RefreshTier> {

  /** As counted last, the hottest tier first; none before the first time. */
  public List<Freshness> freshness() {
    return PageReads.read(() -> findAll().project(Freshness.class).list()).stream()
        .sorted(Comparator.comparing(Freshness::tier))
        .toList();
  }
}
