package dev.whence.catalog.sql;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlRecord;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.RefreshTier;
import dev.whence.provenance.SourceAddress;
import dev.whence.provenance.SourceRepository;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Small groups of columns that several queries read. */
public final class Columns {

  /** Crawl record {@code c}. */
  public static final String CRAWL =
      """
      c.status, c.error, c.attempts, c.last_attempt_at, c.last_success_at, c.next_try_at,
      c.tier, c.parked_at, c.outstanding
      """;

  /** Try {@code y}. */
  public static final String TRY =
      """
      y.state AS try_state, y.attempts AS try_attempts, y.reason AS try_reason,
      y.since AS try_since, y.last_at AS try_last_at, y.next_at AS try_next_at,
      y.parked_at AS try_parked_at
      """;

  /** Repository {@code r}. */
  public static final String REPOSITORY =
      "r.host, r.owner, r.name, r.forge_repository_id, r.forge_owner_id, "
          + RepositoryRows.passedOn("r")
          + " AS is_passed_on\n";

  /** That version {@code v} is the placeholder of npm's security team; null without version. */
  public static final String TAKEDOWN =
      """
      (v.version ~ '^0\\.0\\.[0-9]+-security(\\.[0-9]+)?$' AND v.repository_url ~*
        '^((git\\+)?(https?|ssh|git)://([^@/]*@)?github\\.com/|github:)?npm/security-holder(\\.git)?$')
      """;

  public static final String TAKEN_DOWN = TAKEDOWN + " AS taken_down\n";

  private Columns() {}

  public static CrawlRecord crawlRecord(Row row) throws SQLException {
    return new CrawlRecord(
        row.constant("status", CrawlStatus.class),
        row.optionalText("error"),
        row.integer("attempts"),
        row.optionalTime("last_attempt_at"),
        row.optionalTime("last_success_at"),
        row.optionalTime("next_try_at"),
        row.optionalConstant("tier", RefreshTier.class),
        row.optionalTime("parked_at"),
        row.integer("outstanding"));
  }

  /** Absent if there is none. */
  public static @Nullable AttestationTry attestationTry(Row row) throws SQLException {
    @Nullable Evidence state = row.optionalConstant("try_state", Evidence.class);
    return state == null
        ? null
        : new AttestationTry(
            state,
            row.integer("try_attempts"),
            row.text("try_reason"),
            row.time("try_since"),
            row.time("try_last_at"),
            row.time("try_next_at"),
            row.optionalTime("try_parked_at"));
  }

  public static SourceRepository repository(Row row) throws SQLException {
    return new SourceRepository(
        row.text("host"),
        row.text("owner"),
        row.text("name"),
        row.optionalText("forge_repository_id"),
        row.optionalText("forge_owner_id"),
        row.flag("is_passed_on"));
  }

  /** The declared repository, spelled as this version spells it. */
  public static @Nullable SourceRepository declared(@Nullable String url) {
    return Optional.ofNullable(url).flatMap(SourceAddress::repository).orElse(null);
  }
}
