package dev.whence.catalog.read;

import dev.whence.catalog.filter.NameText;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.Paging;
import dev.whence.catalog.filter.RepositoryOrder;
import dev.whence.catalog.filter.SearchTerms;
import dev.whence.catalog.filter.VersionOrder;
import dev.whence.catalog.sql.Query;
import dev.whence.catalog.sql.Sql;
import dev.whence.provenance.PackageReference;
import dev.whence.provenance.SourceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a text names besides packages: repositories, and versions by their commit, run, digest
 * or log entry. Packages are a list like any other ({@link ListQueries}).
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

  private final Sql sql;
  private final ListQueries lists;

  public SearchQueries(Sql sql, ListQueries lists) {
    this.sql = sql;
    this.lists = lists;
  }

  /**
   * Versions built from the commit or by the run, with the digest or the log entry, that the text
   * is; one entry for each of these that has any.
   */
  public List<FoundVersions> versions(String text, int limit) {
    return SearchTerms.versions(wanted(text)).stream()
        .map(
            filter ->
                new FoundVersions(filter, lists.versions(filter, VersionOrder.NEWEST, 0, limit)))
        .filter(found -> found.versions().total() > 0)
        .toList();
  }

  /** Whether the catalog has the package, and the version where the reference has one. */
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

  /** As below, most packages first. */
  public Page<RepositorySummary> repositories(String text, int offset, int limit) {
    return repositories(text, RepositoryOrder.PACKAGES, offset, limit);
  }

  /**
   * Repositories that anything was built from: those whose {@code owner/name} has the text, or the
   * one whose address at its forge it is; all of them without a text.
   */
  public Page<RepositorySummary> repositories(
      String text, RepositoryOrder order, int offset, int limit) {
    return repositories(text, order, Paging.of(offset, limit));
  }

  /** The whole list, or as much of it as {@code limit} allows. */
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
    // Postgres takes no NUL; left out, it would ask for something else.
    return text.strip().replace('\0', '\ufffd');
  }
}
