package dev.whence.catalog.write;

import dev.whence.catalog.sql.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides from stored packuments whether the registry passes signatures and attestations on, and
 * updates the catalog accordingly. npm has signed all its versions for years. So if a registry has
 * no signature for any version of several packages, it leaves them out.
 */
public final class SilenceWrites {

  /** This many packages without a single signature or attestation cannot be chance. */
  static final int ENOUGH = 5;

  /** Limits the transaction that marks versions. */
  private static final int PACKAGES_AT_ONCE = 200;

  private static final String STATE =
      """
      SELECT witness_id IS NOT NULL AS speaks, silent_since IS NOT NULL AS silent, walked_to
      FROM registry_silence
      """;

  private static final String SPEAKS =
      """
      UPDATE registry_silence
      SET witness_id = :witness, silent_since = NULL,
        walked_to = CASE WHEN silent_since IS NOT NULL THEN 0 ELSE walked_to END
      WHERE witness_id IS NULL
      """;

  private static final String OTHER_WITNESS =
      """
      UPDATE registry_silence s
      SET witness_id = (SELECT c.package_id FROM package_crawl c WHERE c.passes_on LIMIT 1)
      WHERE s.witness_id IS NOT NULL
        AND NOT EXISTS (
          SELECT FROM package_crawl c WHERE c.package_id = s.witness_id AND c.passes_on)
      """;

  private static final String SILENT =
      """
      UPDATE registry_silence
      SET silent_since = :now, walked_to = 0
      WHERE witness_id IS NULL AND silent_since IS NULL
        AND (SELECT count(*)
          FROM (
            SELECT FROM package_crawl WHERE passes_on = false ORDER BY package_id LIMIT {enough}
          ) s) = {enough}
      """
          .replace("{enough}", Integer.toString(ENOUGH));

  /** If the signature of a version was passed on once, we know that it had no attestation then. */
  private static final String MARK =
      """
      WITH few AS (
        SELECT package_id FROM package_crawl
        WHERE passes_on = false AND package_id > :after
        ORDER BY package_id
        LIMIT :limit
        FOR NO KEY UPDATE
      ), marked AS (
        UPDATE version v
        SET evidence = 'UNKNOWN'
        FROM few
        WHERE v.package_id = few.package_id AND v.evidence = 'NONE'
          AND NOT EXISTS (
            SELECT FROM registry_signature s WHERE s.version_id = v.id AND s.key_ids <> '{}')
      )
      SELECT max(package_id) AS last FROM few
      """;

  /** The next crawl of a package finds the unknown facts. */
  private static final String ASK_AGAIN =
      """
      WITH few AS (
        SELECT package_id FROM package_crawl
        WHERE passes_on = false AND package_id > :after
        ORDER BY package_id
        LIMIT :limit
        FOR NO KEY UPDATE
      ), asked AS (
        UPDATE package_crawl c
        SET changed = true
        FROM few
        WHERE c.package_id = few.package_id AND NOT c.changed
          AND EXISTS (
            SELECT FROM version v WHERE v.package_id = c.package_id AND v.evidence = 'UNKNOWN')
      )
      SELECT max(package_id) AS last FROM few
      """;

  private static final String WALKED =
      """
      UPDATE registry_silence
      SET walked_to = :last
      WHERE walked_to = :after AND (silent_since IS NOT NULL) = :silent
      """;

  private final Connection connection;

  public SilenceWrites(Connection connection) {
    this.connection = connection;
  }

  /**
   * The decision; neither value is true before the first few packages are stored.
   *
   * @param speaks the registry passes signatures or attestations of some package on
   * @param silent it passes none on
   * @param walkedTo the package up to which the catalog is updated; null if all are
   */
  record State(boolean speaks, boolean silent, @Nullable Long walkedTo) {

    boolean isOpen() {
      return !speaks && !silent;
    }
  }

  State state() throws SQLException {
    return state("");
  }

  private State state(String lock) throws SQLException {
    return Query.of(connection, STATE + lock)
        .first(
            row ->
                new State(row.flag("speaks"), row.flag("silent"), row.optionalNumber("walked_to")))
        .orElseThrow(() -> new IllegalStateException("registry_silence has lost its row"));
  }

  /**
   * Call it before crawls are stored, and before any other lock. Until there is a decision, groups
   * of crawls with versions are stored one after the other, so that each sees the decision of the
   * group before.
   */
  State begin(List<PackageCrawl> crawls) throws SQLException {
    State state = state();
    boolean tells = crawls.stream().anyMatch(crawl -> !crawl.packument().versions().isEmpty());
    return state.isOpen() && tells ? state("FOR UPDATE") : state;
  }

  /** Call it after the facts of the crawls are stored. */
  void end(State state, List<PackageWrite> current) throws SQLException {
    Optional<PackageWrite> witness =
        current.stream().filter(write -> Boolean.TRUE.equals(write.passesOn())).findFirst();
    if (witness.isPresent()) {
      if (!state.speaks()) {
        Query.of(connection, SPEAKS).with("witness", witness.get().id()).update();
      }
    } else if (state.isOpen() && !current.isEmpty()) {
      decide(current.getFirst().at());
    }
  }

  /** Decides again if the package that proved the decision no longer does. */
  public void review(Instant now) throws SQLException {
    Query.of(connection, OTHER_WITNESS).update();
    decide(now);
  }

  private void decide(Instant now) throws SQLException {
    if (Query.of(connection, SILENT).with("now", now).update() > 0) {
      walk();
    }
  }

  /** Updates the next packages by the decision; returns whether there may be more. */
  public boolean walk() throws SQLException {
    State state = state();
    @Nullable Long after = state.walkedTo();
    if (after == null || state.isOpen()) {
      return false;
    }
    @Nullable Long last =
        Query.of(connection, state.silent() ? MARK : ASK_AGAIN)
            .with("after", after.longValue())
            .with("limit", (long) PACKAGES_AT_ONCE)
            .first(row -> Optional.ofNullable(row.optionalNumber("last")))
            .flatMap(found -> found)
            .orElse(null);
    Query.of(connection, WALKED)
        .with("last", last)
        .with("after", after.longValue())
        .with("silent", state.silent())
        .update();
    return last != null;
  }
}
