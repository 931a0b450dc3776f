package dev.whence.web.pkg;

import dev.whence.catalog.filter.Page;
import dev.whence.web.ui.Pager;
import java.util.List;

/**
 * The versions of a package, one page of them.
 *
 * @param choices the filters, each with its count
 */
public record VersionTable(List<VersionRow> rows, Pager pager, List<Choice> choices) {

  /** Keeps the page of a package with thousands of versions below 100 KB. */
  static final int PAGE_SIZE = 80;

  /** A filter as a link. */
  public record Choice(String title, long count, String path, boolean isCurrent) {}

  static VersionTable of(List<VersionRow> all, String packagePath, VersionFilter filter, int page) {
    List<VersionRow> filtered = filter.of(all);
    int from = (int) Math.min((page - 1L) * PAGE_SIZE, filtered.size());
    int to = Math.min(from + PAGE_SIZE, filtered.size());
    List<VersionRow> rows = filtered.subList(from, to);
    return new VersionTable(
        rows,
        Pager.of(new Page<>(rows, filtered.size(), from, PAGE_SIZE), filter.path(packagePath)),
        choices(all, packagePath, filter));
  }

  private static List<Choice> choices(
      List<VersionRow> all, String packagePath, VersionFilter current) {
    return List.of(VersionFilter.values()).stream()
        .map(
            filter ->
                new Choice(
                    filter.title(),
                    filter.of(all).size(),
                    filter.path(packagePath),
                    filter == current))
        .toList();
  }
}
