package dev.whence.catalog.state;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.sql.Sql;
import dev.whence.catalog.write.SilenceWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Whether the registry passes signatures and attestations on. Where it does for no package, it is
 * <em>silent</em>: that a version has none says nothing, and its evidence is {@link
 * Evidence#UNKNOWN}.
 */
@ApplicationScoped
public class SilenceStore {

  private final Sql sql;

  public SilenceStore(Sql sql) {
    this.sql = sql;
  }

  /** Decides anew, should what was decided no longer follow from what is stored. */
  public void review(Instant now) {
    sql.change(connection -> new SilenceWrites(connection).review(now));
  }

  /**
   * A step of bounded size: marks versions as unknown since the registry is silent, or packages to
   * be crawled again since it no longer is. Gives whether there may be more.
   */
  public boolean walk() {
    return sql.write(connection -> new SilenceWrites(connection).walk());
  }
}
