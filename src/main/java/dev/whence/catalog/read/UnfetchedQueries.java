package dev.whence.catalog.read;

import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.read.UnfetchedVersions.OfPackage;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Row;
import dev.whence.catalog.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a list of the versions of a repository or workflow cannot have: versions of its
 * packages that were removed before we could fetch them, so that nothing proves where they were
 * built.
 */
@ApplicationScoped
public class UnfetchedQueries {

  private static final int MAX_PACKAGES = 5;

  /**
   * What is known of a version that was never fetched. A list with other conditions excludes it.
   */
  private static final Set<VersionField> KNOWN =
      EnumSet.of(VersionField.PACKAGE, VersionField.FROM, VersionField.TO);

  private static final String OF_PACKAGES =
      """
      SELECT u.name, u.versions, u.newest, count(*) OVER () AS packages,
        sum(u.versions) OVER () AS all_versions
      FROM (
        SELECT p.name, count(*) AS versions,
          (array_agg(v.version ORDER BY v.published_at DESC NULLS LAST, v.id DESC))[1:5] AS newest
        FROM version v
        JOIN package p ON p.id = v.package_id
        WHERE v.evidence = 'REMOVED' AND {built} AND {known}
        GROUP BY p.name) u
      ORDER BY u.versions DESC, u.name
      LIMIT :limit
      """;

  private final Sql sql;

  public UnfetchedQueries(Sql sql) {
    this.sql = sql;
  }

  /** Those that the list might have, if we had fetched them; none for any other list. */
  public UnfetchedVersions besides(ListFilter<VersionField> list) {
    return builders(list).map(built -> find(built, known(list))).orElse(UnfetchedVersions.NONE);
  }

  /** The packages that the list's repository or workflow built. */
  private static Optional<ListFilter<PackageField>> builders(ListFilter<VersionField> list) {
    ListFilter<PackageField> packages = ListFilter.packages();
    for (var condition : list.values().entrySet()) {
      VersionField field = condition.getKey();
      String value = condition.getValue();
      if (field == VersionField.REPOSITORY) {
        packages = packages.with(PackageField.REPOSITORY, value);
      } else if (field == VersionField.WORKFLOW) {
        packages = packages.with(PackageField.WORKFLOW, value);
      } else if (!KNOWN.contains(field) && !isOfRemoved(field, value)) {
        return Optional.empty();
      }
    }
    return packages.values().isEmpty() ? Optional.empty() : Optional.of(packages);
  }

  private static boolean isOfRemoved(VersionField field, String value) {
    return (field == VersionField.REMOVED && value.equals("yes"))
        || (field == VersionField.EVIDENCE && value.equals("removed"));
  }

  private static ListFilter<VersionField> known(ListFilter<VersionField> list) {
    ListFilter<VersionField> known = ListFilter.versions();
    for (VersionField field : KNOWN) {
      Optional<String> value = list.get(field);
      if (value.isPresent()) {
        known = known.with(field, value.get());
      }
    }
    return known;
  }

  private UnfetchedVersions find(ListFilter<PackageField> built, ListFilter<VersionField> known) {
    String text =
        OF_PACKAGES.replace("{built}", built.conditions()).replace("{known}", known.conditions());
    List<Counted> found =
        sql.read(
            connection ->
                known
                    .bind(built.bind(Query.of(connection, text)))
                    .with("limit", MAX_PACKAGES)
                    .list(Counted::of));
    return found.isEmpty()
        ? UnfetchedVersions.NONE
        : new UnfetchedVersions(
            found.getFirst().allVersions(),
            found.getFirst().packages(),
            found.stream().map(Counted::ofPackage).toList());
  }

  private record Counted(OfPackage ofPackage, long packages, long allVersions) {

    static Counted of(Row row) throws SQLException {
      return new Counted(
          new OfPackage(row.text("name"), row.number("versions"), row.texts("newest")),
          row.number("packages"),
          row.number("all_versions"));
    }
  }
}
