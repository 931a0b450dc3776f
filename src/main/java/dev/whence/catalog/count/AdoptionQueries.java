package dev.whence.catalog.count;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.filter.FilterConditions;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.SlsaLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts published versions by day and evidence. Some versions are not counted, because nobody can
 * know whether they had provenance: versions that were removed before we saw them, and versions of
 * a registry that passes no provenance on.
 */
@ApplicationScoped
public class AdoptionQueries {

  /**
   * One day and kind, by publish date in UTC; a day without versions of a kind has no row for it.
   * Ordered by day, evidence, provider, level.
   *
   * @param provider absent without readable provenance
   * @param level absent unless verified with a known builder
   * @param versions published that day
   * @param packages the number of packages that published them
   */
  public record AdoptionDay(
      LocalDate day,
      Evidence evidence,
      @Nullable CiProvider provider,
      @Nullable SlsaLevel level,
      long versions,
      long packages) {}

  /**
   * Packages by the publish day, in UTC, of their first version with verified provenance. Ordered
   * by day, provider; each package is counted once.
   *
   * @param provider the CI service that built this version
   */
  public record FirstProvenance(LocalDate day, CiProvider provider, long packages) {}

  /**
   * Packages by the publish day, in UTC, of their first version that is counted. Ordered by day;
   * each package is counted once. Versions with a date before npm existed are ignored, because the
   * date cannot be right.
   */
  public record FirstVersion(LocalDate day, long packages) {}

  /**
   * Versions without a publish date, because the registry does not give it. They belong to no day.
   *
   * @param versions the number of such versions that adoption would count
   * @param packagesVerified packages with verified versions, all of them without a date
   */
  public record Undated(long versions, long versionsVerified, long packagesVerified) {

    public static final Undated NONE = new Undated(0, 0, 0);
  }

  private static final String DAYS =
      """
      SELECT (v.published_at AT TIME ZONE 'UTC')::date::text AS day, v.evidence, pr.provider,
        w.level, count(*) AS versions, count(DISTINCT v.package_id) AS packages
      FROM version v
      LEFT JOIN provenance pr ON pr.attestation_id = v.provenance_id
      LEFT JOIN verification w ON w.id = v.verification_id
      WHERE v.published_at IS NOT NULL AND {counted}
      GROUP BY 1, 2, 3, 4
      """
          .replace("{counted}", FilterConditions.COUNTED);

  private static final String FIRSTS =
      """
      SELECT day, provider, count(*) AS packages
      FROM (
        SELECT DISTINCT ON (v.package_id)
          (v.published_at AT TIME ZONE 'UTC')::date::text AS day,
          coalesce(pr.provider, 'OTHER') AS provider
        FROM version v
        JOIN provenance pr ON pr.attestation_id = v.provenance_id
        WHERE v.evidence = 'VERIFIED' AND v.published_at IS NOT NULL
        ORDER BY v.package_id, v.published_at, v.sort_key, v.version
      ) f
      GROUP BY day, provider
      """;

  private static final String FIRST_VERSIONS =
      """
      SELECT day, count(*) AS packages
      FROM (
        SELECT (min(v.published_at) AT TIME ZONE 'UTC')::date::text AS day
        FROM version v
        WHERE v.published_at >= timestamptz '2010-01-01 00:00Z' AND {counted}
        GROUP BY v.package_id
      ) f
      GROUP BY day
      ORDER BY day
      """
          .replace("{counted}", FilterConditions.COUNTED);

  private static final String UNDATED =
      """
      SELECT count(*) AS versions, count(*) FILTER (WHERE v.evidence = 'VERIFIED') AS verified,
        count(DISTINCT v.package_id) FILTER (WHERE v.evidence = 'VERIFIED' AND NOT EXISTS (
          SELECT FROM version d
          WHERE d.package_id = v.package_id AND d.evidence = 'VERIFIED'
            AND d.published_at IS NOT NULL)) AS packages
      FROM version v
      WHERE v.published_at IS NULL AND {counted}
      """
          .replace("{counted}", FilterConditions.COUNTED);

  private final Sql sql;

  public AdoptionQueries(Sql sql) {
    this.sql = sql;
  }

  public List<AdoptionDay> days() {
    return sql.read(AdoptionQueries::allDays);
  }

  public static List<AdoptionDay> allDays(Connection connection) throws SQLException {
    List<AdoptionDay> days = Query.of(connection, DAYS).list(AdoptionQueries::day);
    days.sort(
        Comparator.comparing(AdoptionDay::day)
            .thenComparing(AdoptionDay::evidence)
            .thenComparing(AdoptionDay::provider, nullsFirst())
            .thenComparing(AdoptionDay::level, nullsFirst()));
    return days;
  }

  private static AdoptionDay day(Row row) throws SQLException {
    return new AdoptionDay(
        LocalDate.parse(row.text("day")),
        row.constant("evidence", Evidence.class),
        row.optionalConstant("provider", CiProvider.class),
        row.optionalConstant("level", SlsaLevel.class),
        row.number("versions"),
        row.number("packages"));
  }

  private static <E extends Comparable<E>> Comparator<@Nullable E> nullsFirst() {
    return Comparator.nullsFirst(Comparator.naturalOrder());
  }

  public List<FirstProvenance> packagesByFirstProvenance() {
    List<FirstProvenance> firsts =
        sql.read(connection -> Query.of(connection, FIRSTS).list(AdoptionQueries::first));
    firsts.sort(
        Comparator.comparing(FirstProvenance::day).thenComparing(FirstProvenance::provider));
    return firsts;
  }

  private static FirstProvenance first(Row row) throws SQLException {
    return new FirstProvenance(
        LocalDate.parse(row.text("day")),
        row.constant("provider", CiProvider.class),
        row.number("packages"));
  }

  public List<FirstVersion> packagesByFirstVersion() {
    return sql.read(
        connection -> Query.of(connection, FIRST_VERSIONS).list(AdoptionQueries::firstVersion));
  }

  private static FirstVersion firstVersion(Row row) throws SQLException {
    return new FirstVersion(LocalDate.parse(row.text("day")), row.number("packages"));
  }

  public Undated undated() {
    return sql.read(
        connection ->
            Query.of(connection, UNDATED)
                .first(
                    row ->
                        new Undated(
                            row.number("versions"), row.number("verified"), row.number("packages")))
                .orElseThrow());
  }
}
