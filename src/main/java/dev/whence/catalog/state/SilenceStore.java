package dev.whence.catalog.state;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.sql.Sql;
import dev.whence.catalog.write.SilenceWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Whether the registry passes signatures and attestations on. If it passes none on for any package,
 * it is <em>silent</em>. Then we cannot know whether a version has provenance, and its evidence is
 * {@link Evidence#UNKNOWN}.
 */
@ApplicationScoped
public class SilenceStore {

  private final Sql sql;

  public SilenceStore(Sql sql) {
    this.sql = sql;
  }

  /** Decides again, if the stored facts no longer support the decision. */
  public void review(Instant now) {
    sql.change(connection -> new SilenceWrites(connection).review(now));
  }

  /**
   * A step of bounded size: marks versions as unknown if the registry is silent, or packages for
   * another crawl if it is no longer silent. Returns whether there may be more.
   */
  public boolean walk() {
    return sql.write(connection -> new SilenceWrites(connection).walk());
  }
}
