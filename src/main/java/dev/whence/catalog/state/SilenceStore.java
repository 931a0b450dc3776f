package dev.whence.catalog.state;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Sql;
import dev.whence.catalog.write.SilenceWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the registry passes signatures and attestations on. Where it does for no package, it is
 * <em>silent</em>: that a version has none says nothing, and its evidence is {@link
 * Evidence#UNKNOWN}.
 */
@ApplicationScoped
public class SilenceStore {

  private static final String SINCE =
      "SELECT silent_since FROM registry_silence WHERE silent_since IS NOT NULL";

  private final Sql sql;

  public SilenceStore(Sql sql) {
    this.sql = sql;
  }

  /** When we noticed that the registry is silent; empty where it is not, or nobody knows yet. */
  public Optional<Instant> since() {
    return sql.read(
        connection -> Query.of(connection, SINCE).first(row -> row.time("silent_since")));
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
