package dev.whence.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Finds packages and repositories by text. */
@ApplicationScoped
public class SearchQueries {

  /**
   * Packages whose name has the text: the exact name first, then names that start with it (scope
   * left out, too), then the rest, each by downloads. Empty text lists all packages.
   *
   * @param evidence only packages whose latest version has it; null for all
   */
  public Page<SearchHit> packages(String text, @Nullable Evidence evidence, int offset, int limit) {
    throw new UnsupportedOperationException();
  }

  /** Repositories whose {@code owner/name} has the text. */
  public Page<RepositorySummary> repositories(String text, int offset, int limit) {
    throw new UnsupportedOperationException();
  }
}
