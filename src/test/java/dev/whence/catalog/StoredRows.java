package dev.whence.catalog;

import dev.whence.catalog.count.Freshness;
import dev.whence.catalog.count.TrustGap;
import dev.whence.catalog.read.PackageEvent;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import dev.whence.catalog.state.JobRecord;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.PackageName;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was stored in the tables that Panache reads, as the rows have it. Panache needs the whole
 * application; a test of what is stored does not.
 */
public final class StoredRows {

  private final Sql sql;

  StoredRows(Sql sql) {
    this.sql = sql;
  }

  public List<JobRecord> jobs() {
    return list("SELECT * FROM job", StoredRows::job).stream()
        .sorted(Comparator.comparing(JobRecord::name))
        .toList();
  }

  private static JobRecord job(Row row) throws SQLException {
    String slug = row.text("name");
    return new JobRecord(
        Arrays.stream(JobName.values())
            .filter(j -> j.slug().equals(slug))
            .findFirst()
            .orElseThrow(),
        row.optionalTime("last_success_at"),
        row.optionalTime("last_failure_at"),
        row.optionalTime("failing_since"),
        row.optionalText("reason"),
        row.optionalTime("next_at"));
  }

  /** What most versions need comes first. */
  public List<TrustGap> gaps() {
    return list(
        "SELECT * FROM trust_gap ORDER BY versions DESC, kind, id",
        row ->
            new TrustGap(
                row.constant("kind", MissingTrust.Kind.class),
                row.text("id"),
                row.time("since"),
                row.number("versions"),
                row.optionalTime("asked_at")));
  }

  /** The hottest tier comes first. */
  public List<Freshness> freshness() {
    return list(
            "SELECT *, extract(epoch FROM goal)::bigint AS seconds FROM freshness",
            StoredRows::freshness)
        .stream()
        .sorted(Comparator.comparing(Freshness::tier))
        .toList();
  }

  private static Freshness freshness(Row row) throws SQLException {
    return new Freshness(
        row.constant("tier", RefreshTier.class),
        Duration.ofSeconds(row.number("seconds")),
        row.number("packages"),
        row.number("fresh"),
        row.optionalTime("oldest_at"),
        row.time("counted_at"));
  }

  /** Empty where the registry is not silent, or nobody knows yet. */
  public Optional<Instant> silentSince() {
    return list(
            "SELECT silent_since FROM registry_silence WHERE silent_since IS NOT NULL",
            row -> row.time("silent_since"))
        .stream()
        .findFirst();
  }

  /** All events of a package; what was noticed last comes first. */
  public List<PackageEvent> events(PackageName name) {
    return list(
        """
        SELECT e.*
        FROM package_event e
        JOIN package p ON p.id = e.package_id
        WHERE p.name = '%s'
        ORDER BY e.noticed_at DESC, e.id DESC
        """
            .formatted(name.value()),
        StoredRows::event);
  }

  private static PackageEvent event(Row row) throws SQLException {
    return new PackageEvent(
        row.constant("kind", EventKind.class),
        row.optionalText("version"),
        row.optionalText("tag"),
        row.optionalText("before"),
        row.optionalText("after"),
        row.time("noticed_at"),
        row.optionalTime("happened_at"));
  }

  private <T> List<T> list(String query, Query.Mapper<T> mapper) {
    return sql.read(connection -> Query.of(connection, query).list(mapper));
  }
}
