package dev.whence.web.repository;

import dev.whence.address.PagePaths;
import dev.whence.catalog.filter.RepositoryOrder;
import dev.whence.provenance.Slug;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the list of repositories, by which it can be sorted.
 *
 * @param path of the list in that order
 * @param sorted the {@code aria-sort} of the column; absent unless the list is sorted by it
 * @param isNumber the column holds numbers
 */
public record SortColumn(String title, String path, @Nullable String sorted, boolean isNumber) {

  /** The columns from left to right. */
  static List<SortColumn> all(String text, RepositoryOrder current) {
    return List.of(
        of("Repository", RepositoryOrder.NAME, text, current),
        of("Packages", RepositoryOrder.PACKAGES, text, current),
        of("Versions", RepositoryOrder.VERSIONS, text, current),
        of("Workflows", RepositoryOrder.WORKFLOWS, text, current),
        of("Last built", RepositoryOrder.LAST_BUILT, text, current));
  }

  /** The parameters of the list's address; the usual order needs none. */
  static String query(String text, RepositoryOrder order) {
    List<String> parameters = new ArrayList<>();
    if (!text.isEmpty()) {
      parameters.add("q=" + PagePaths.parameter(text));
    }
    if (order != RepositoryOrder.PACKAGES) {
      parameters.add("sort=" + Slug.of(order));
    }
    return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
  }

  private static SortColumn of(
      String title, RepositoryOrder order, String text, RepositoryOrder current) {
    boolean isName = order == RepositoryOrder.NAME;
    @Nullable String sorted = order != current ? null : isName ? "ascending" : "descending";
    boolean isNumber = !isName && order != RepositoryOrder.LAST_BUILT;
    return new SortColumn(title, RepositoriesView.PATH + query(text, order), sorted, isNumber);
  }
}
