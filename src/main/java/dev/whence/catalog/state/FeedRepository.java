package dev.whence.catalog.state;

import dev.whence.catalog.sql.PageReads;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the progress in changes feeds. */
@ApplicationScoped
public class FeedRepository implements PanacheRepositoryBase<StoredFeed, StoredFeed.Key> {

  /** Every feed that was ever read, by address. */
  public List<FeedStore.State> feeds() {
    return PageReads.read(() -> find("ORDER BY url, scope").project(FeedStore.State.class).list());
  }
}
