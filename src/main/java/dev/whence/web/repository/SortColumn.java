package dev.whence.web.repository;

import dev.whence.catalog.RepositoryOrder;
import java.util.List;
import java.util.Locale;
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
  static List<SortColumn> all(RepositoryOrder current) {
    return List.of(
        of("Repository", RepositoryOrder.NAME, current),
        of("Packages", RepositoryOrder.PACKAGES, current),
        of("Versions", RepositoryOrder.VERSIONS, current),
        of("Workflows", RepositoryOrder.WORKFLOWS, current),
        of("Last built", RepositoryOrder.LAST_BUILT, current));
  }

  /** The order that a request asks for; nonsense asks for the usual one. */
  static RepositoryOrder order(@Nullable String sort) {
    return List.of(RepositoryOrder.values()).stream()
        .filter(order -> slug(order).equals(sort))
        .findFirst()
        .orElse(RepositoryOrder.PACKAGES);
  }

  /** The list in an order; the usual one needs no parameter. */
  static String path(RepositoryOrder order) {
    return order == RepositoryOrder.PACKAGES
        ? RepositoriesView.PATH
        : RepositoriesView.PATH + "?sort=" + slug(order);
  }

  private static SortColumn of(String title, RepositoryOrder order, RepositoryOrder current) {
    boolean isName = order == RepositoryOrder.NAME;
    @Nullable String sorted = order != current ? null : isName ? "ascending" : "descending";
    boolean isNumber = !isName && order != RepositoryOrder.LAST_BUILT;
    return new SortColumn(title, path(order), sorted, isNumber);
  }

  private static String slug(RepositoryOrder order) {
    return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
