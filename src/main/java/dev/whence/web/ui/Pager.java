package dev.whence.web.ui;

import dev.whence.catalog.Page;
import org.jspecify.annotations.Nullable;

/**
 * Leads through the pages of a list.
 *
 * @param first the place of the first item shown, from 1; 0 for an empty list
 * @param last the place of the last item shown
 * @param total how many there are
 * @param previous address of the page before; absent on the first
 * @param next address of the page after; absent on the last
 */
public record Pager(
    long first, long last, long total, @Nullable String previous, @Nullable String next) {

  /** The highest page number that is answered; beyond it offsets only cost. */
  public static final int MAX_PAGE = 100_000;

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
        page.hasPrevious() ? (number == 2 ? path : base + (number - 1)) : null,
        page.hasNext() ? base + (number + 1) : null);
  }

  /** The page number that a request asks for, from 1; nonsense asks for the first. */
  public static int number(@Nullable String parameter) {
    if (parameter == null || !parameter.matches("[0-9]{1,6}")) {
      return 1;
    }
    return Math.clamp(Integer.parseInt(parameter), 1, MAX_PAGE);
  }

  public boolean isNeeded() {
    return previous != null || next != null;
  }
}
