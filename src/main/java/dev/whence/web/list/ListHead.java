package dev.whence.web.list;

import dev.whence.catalog.FilterField;
import dev.whence.catalog.ListFilter;

/**
 * What stands above a list.
 *
 * @param total how many it has
 * @param count the same in words
 * @param json the list as JSON
 * @param csv the list as CSV
 */
public record ListHead(long total, String count, String json, String csv, FilterForm form) {

  private static final String API = "/api/v1";

  static <F extends Enum<F> & FilterField> ListHead of(
      String path, long total, String count, ListFilter<F> filter, Enum<?> order, FilterForm form) {
    return new ListHead(
        total,
        count,
        API + path + filter.query(order),
        API + path + ".csv" + filter.query(order),
        form);
  }
}
