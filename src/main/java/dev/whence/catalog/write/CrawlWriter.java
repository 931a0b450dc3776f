package dev.whence.catalog.write;

import dev.whence.catalog.AttestationTry;
import dev.whence.catalog.CrawlFailure;
import dev.whence.catalog.CrawlRecord;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.NextCrawl;
import dev.whence.catalog.Setting;
import dev.whence.catalog.sql.Batch;
import dev.whence.catalog.sql.Columns;
import dev.whence.catalog.sql.Locked;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import dev.whence.catalog.write.KnownPackage.KnownVersion;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Packument;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores the results of crawls: each crawl in one transaction, its final status last. */
@ApplicationScoped
public class CrawlWriter {

  /** The highest number of names that the scheduler gets at once. */
  private static final int MAX_DUE = 10_000;

  private static final String KNOWN_PACKAGE =
      "SELECT p.id, p.downloads_last_month, c.changed, c.etag, c.body_sha256, c.facts_at,"
          + " c.packument_rules,"
          + " (SELECT silent_since IS NOT NULL FROM registry_silence) AS silent, "
          + Columns.CRAWL
          + """
          FROM package p
          JOIN package_crawl c ON c.package_id = p.id
          WHERE p.name = :name
          """;

  private static final String KNOWN_VERSIONS =
      """
      SELECT version, evidence, integrity, published_at
      FROM version
      WHERE package_id = :package_id AND removed_at IS NULL
      """;

  private static final String KNOWN_TRIES =
      "SELECT v.version, "
          + Columns.TRY
          + """
          FROM attestation_try y
          JOIN version v ON v.id = y.version_id
          WHERE y.package_id = :package_id
          """;

  private static final String BEGUN =
      """
      UPDATE package_crawl c
      SET changed = false
      FROM package p
      WHERE p.name = :name AND c.package_id = p.id
      """;

  private static final String DUE =
      """
      SELECT p.name
      FROM package_crawl c
      JOIN package p ON p.id = c.package_id
      WHERE c.next_try_at <= :now
      ORDER BY c.next_try_at, c.package_id
      LIMIT :limit
      """;

  /** The highest count: more takes too long to count, and days to crawl. */
  private static final String COUNT_DUE =
      """
      SELECT count(*) AS due
      FROM (SELECT FROM package_crawl WHERE next_try_at <= :now LIMIT 1000000) d
      """;

  private static final String NEVER_TRIED =
      """
      SELECT p.name
      FROM {rows}
      JOIN package p ON p.name = t.name
      JOIN package_crawl c ON c.package_id = p.id
      WHERE c.last_attempt_at IS NULL
      """;

  private static final String STORE_SETTING =
      """
      INSERT INTO setting AS s (name, value, changed_at)
      VALUES (:name, :value, :at)
      ON CONFLICT (name) DO UPDATE
      SET value = EXCLUDED.value, changed_at = EXCLUDED.changed_at
      WHERE s.value <> EXCLUDED.value AND s.changed_at <= EXCLUDED.changed_at
      """;

  private static final String REMOVE_SETTING = "DELETE FROM setting WHERE name = :name";

  private final Sql sql;
  private final CrawlGroups together;

  public CrawlWriter(Sql sql) {
    this.sql = sql;
    this.together = new CrawlGroups(sql);
  }

  /** Adds unknown names as PENDING; returns the number of new ones. */
  public int addPackages(Collection<PackageName> names, Instant at) {
    return sql.write(connection -> new PackageWrites(connection).add(names, at));
  }

  /** The facts of a package before its crawl; empty if its name is unknown. */
  public Optional<KnownPackage> known(PackageName name) {
    return sql.snapshot(connection -> known(connection, name));
  }

  private record Known(
      long id,
      CrawlRecord crawl,
      boolean marked,
      @Nullable Long downloads,
      @Nullable String etag,
      @Nullable String bodySha256,
      boolean hasFacts,
      boolean silent) {}

  /**
   * If the packument was read by other rules, it is read again, even if the registry has nothing
   * new.
   */
  private static Known known(Row row) throws SQLException {
    boolean byTheseRules = row.integer("packument_rules") == Packument.RULES;
    return new Known(
        row.number("id"),
        Columns.crawlRecord(row),
        row.flag("changed"),
        row.optionalNumber("downloads_last_month"),
        byTheseRules ? row.optionalText("etag") : null,
        byTheseRules ? row.optionalHex("body_sha256") : null,
        row.optionalTime("facts_at") != null,
        row.flag("silent"));
  }

  private static Optional<KnownPackage> known(Connection connection, PackageName name)
      throws SQLException {
    Optional<Known> found =
        Query.of(connection, KNOWN_PACKAGE).with("name", name.value()).first(CrawlWriter::known);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Known known = found.get();
    return Optional.of(
        new KnownPackage(
            known.crawl(),
            known.marked(),
            known.downloads(),
            known.etag(),
            known.bodySha256(),
            known.silent(),
            known.hasFacts() ? versions(connection, known) : Map.of()));
  }

  private static Map<String, KnownVersion> versions(Connection connection, Known known)
      throws SQLException {
    Map<String, AttestationTry> tries =
        known.crawl().outstanding() == 0 ? Map.of() : tries(connection, known.id());
    Map<String, KnownVersion> versions = new HashMap<>();
    Query.of(connection, KNOWN_VERSIONS)
        .with("package_id", known.id())
        .each(
            0,
            row ->
                versions.put(
                    row.text("version"),
                    new KnownVersion(
                        row.constant("evidence", Evidence.class),
                        row.optionalText("integrity"),
                        row.optionalTime("published_at"),
                        tries.get(row.text("version")))));
    return versions;
  }

  private static Map<String, AttestationTry> tries(Connection connection, long packageId)
      throws SQLException {
    Map<String, AttestationTry> tries = new HashMap<>();
    Query.of(connection, KNOWN_TRIES)
        .with("package_id", packageId)
        .each(
            0,
            row ->
                tries.put(
                    row.text("version"), Objects.requireNonNull(Columns.attestationTry(row))));
    return tries;
  }

  /**
   * Records that a crawl begins. It will see all changes for which the package is marked until now.
   */
  public void begun(PackageName name) {
    sql.change(connection -> Query.of(connection, BEGUN).with("name", name.value()).update());
  }

  /**
   * Stores a whole crawl, together with others that end at the same time. Repeating it with the
   * same facts changes no row but the crawl record.
   */
  public void store(PackageCrawl crawl) {
    together.store(crawl);
  }

  /** Records that the registry had nothing new. */
  public void storeUnchanged(PackageName name, Instant at, NextCrawl next) {
    sql.change(
        connection -> {
          Optional<Long> other = new PackageWrites(connection).unchanged(name, at, next);
          if (other.isPresent()) {
            new HistoryWrites(connection).states(other.get(), at);
          }
        });
  }

  /** Records that the crawl ended without new facts; the stored ones stay. */
  public void storeFailure(CrawlFailure failure) {
    sql.change(
        connection -> {
          PackageWrites packages = new PackageWrites(connection);
          Locked locked = packages.lock(failure.name(), failure.at());
          packages.failure(failure);
          if (failure.status() == CrawlStatus.NOT_FOUND) {
            new HistoryWrites(connection).states(locked.id(), failure.at());
          }
        });
  }

  /** The names with a due next try, the longest overdue first. */
  public List<PackageName> due(Instant now, int limit) {
    return sql.readAtLength(
        connection ->
            Query.of(connection, DUE)
                .with("now", now)
                .with("limit", Math.clamp(limit, 0, MAX_DUE))
                .list(row -> new PackageName(row.text("name"))));
  }

  /** The number of due packages, running ones included; at most a million. */
  public long countDue(Instant now) {
    return sql.readAtLength(
        connection ->
            Query.of(connection, COUNT_DUE)
                .with("now", now)
                .first(row -> row.number("due"))
                .orElseThrow());
  }

  /** The known names that were never crawled, in one statement for any number. */
  public Set<PackageName> neverTried(Collection<PackageName> names) {
    Batch<PackageName> batch = Batch.of(List.copyOf(names)).key("name", PackageName::value);
    return Set.copyOf(
        sql.readAtLength(
            connection ->
                Query.of(connection, batch.into(NEVER_TRIED))
                    .with(batch)
                    .list(row -> new PackageName(row.text("name")))));
  }

  /** Records a fact about this installation; null removes it. */
  public void storeSetting(Setting setting, @Nullable String value, Instant at) {
    sql.change(
        connection -> {
          if (value == null) {
            Query.of(connection, REMOVE_SETTING).with("name", setting).update();
          } else {
            Query.of(connection, STORE_SETTING)
                .with("name", setting)
                .with("value", value)
                .with("at", at)
                .update();
          }
        });
  }
}
