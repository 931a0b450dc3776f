package dev.whence.catalog.read;

import dev.whence.catalog.filter.NameText;
import dev.whence.catalog.filter.NearNames;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.Paging;
import dev.whence.catalog.filter.RepositoryOrder;
import dev.whence.catalog.filter.SearchTerms;
import dev.whence.catalog.filter.VersionOrder;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Sql;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.PackageReference;
import dev.whence.provenance.SourceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the things besides packages that a text names: repositories, and versions by their commit,
 * run, digest or log entry. Packages are a list like any other ({@link ListQueries}).
 */
@ApplicationScoped
public class SearchQueries {

  private static final String IS_KNOWN = "SELECT p.id FROM package p WHERE p.name = :name";

  private static final String HAS_VERSION =
      """
      SELECT v.id
      FROM package p
      JOIN version v ON v.package_id = p.id
      WHERE p.name = :name AND v.version = :version
      """;

  private static final String NEAR =
      """
      SELECT p.name FROM package p
      WHERE p.search_name = ANY (:names)
      ORDER BY p.downloads_last_month DESC NULLS LAST, p.name
      LIMIT 3
      """;

  private final Sql sql;
  private final ListQueries lists;

  public SearchQueries(Sql sql, ListQueries lists) {
    this.sql = sql;
    this.lists = lists;
  }

  /**
   * Versions whose commit, run, digest or log entry is the text. One entry for each of these that
   * has versions.
   */
  public List<FoundVersions> versions(String text, int limit) {
    return SearchTerms.versions(wanted(text)).stream()
        .map(
            filter ->
                new FoundVersions(filter, lists.versions(filter, VersionOrder.NEWEST, 0, limit)))
        .filter(found -> found.versions().total() > 0)
        .toList();
  }

  /** Whether the catalog has the package and, if the reference has a version, that version. */
  public boolean isKnown(PackageReference reference) {
    @Nullable String version = reference.version();
    return sql.read(
        connection -> {
          Query query =
              Query.of(connection, version == null ? IS_KNOWN : HAS_VERSION)
                  .with("name", reference.name().value());
          return (version == null ? query : query.with("version", version))
              .first(row -> row.number("id"))
              .isPresent();
        });
  }

  /** Packages whose name is almost the text: one character differs, or upper and lower case. */
  public List<String> near(PackageName name) {
    List<String> names = List.copyOf(NearNames.of(name.value()));
    return sql.read(
        connection ->
            Query.of(connection, NEAR).with("names", names).list(row -> row.text("name")));
  }

  /** The same, most packages first. */
  public Page<RepositorySummary> repositories(String text, int offset, int limit) {
    return repositories(text, RepositoryOrder.PACKAGES, offset, limit);
  }

  /**
   * Repositories from which something was built and whose {@code owner/name} contains the text, or
   * whose address is the text. Without a text, all of them.
   */
  public Page<RepositorySummary> repositories(
      String text, RepositoryOrder order, int offset, int limit) {
    return repositories(text, order, Paging.of(offset, limit));
  }

  /** The whole list, up to {@code limit} items. */
  public List<RepositorySummary> repositoriesUpTo(int limit, String text, RepositoryOrder order) {
    return repositories(text, order, new Paging(0, limit)).items();
  }

  private Page<RepositorySummary> repositories(String text, RepositoryOrder order, Paging paging) {
    String wanted = wanted(text);
    Optional<SourceRepository> named = SearchTerms.repository(wanted);
    return sql.read(
        connection -> {
          if (wanted.isEmpty()) {
            return RepositoryLists.all(connection, order, paging);
          }
          return named.isPresent()
              ? RepositoryLists.at(connection, named.get(), paging)
              : RepositoryLists.named(connection, NameText.contains(wanted), order, paging);
        });
  }

  private static String wanted(String text) {
    // Postgres refuses NUL. Without it, the text would be another one.
    return text.strip().replace('\0', '\ufffd');
  }
}
