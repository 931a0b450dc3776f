package dev.whence.web.ui;

import dev.whence.catalog.filter.Page;
import org.jspecify.annotations.Nullable;

/**
 * The links between the pages of a list.
 *
 * @param first the place of the first item shown, from 1; 0 for an empty list
 * @param last the place of the last item shown
 * @param total how many there are
 * @param start address of the first page
 * @param previous address of the page before; absent on the first
 * @param next address of the page after; absent on the last
 */
public record Pager(
    long first,
    long last,
    long total,
    String start,
    @Nullable String previous,
    @Nullable String next) {

  /**
   * For a list whose address without the page is {@code path}.
   *
   * @param path may have a query
   */
  public static Pager of(Page<?> page, String path) {
    int number = page.offset() / page.limit() + 1;
    String base = path + (path.contains("?") ? "&" : "?") + "page=";
    int size = page.items().size();
    return new Pager(
        size == 0 ? 0 : page.offset() + 1L,
        page.offset() + (long) size,
        page.total(),
        path,
        page.hasPrevious() ? (number == 2 ? path : base + (number - 1)) : null,
        page.hasNext() ? base + (number + 1) : null);
  }

  /** True if there are items, but this page is after the last one. */
  public boolean isPastTheEnd() {
    return total > 0 && first == 0;
  }

  public boolean isNeeded() {
    return previous != null || next != null;
  }
}
