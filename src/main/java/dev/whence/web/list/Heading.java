package dev.whence.web.list;

import org.jspecify.annotations.Nullable;

/**
 * A column's heading.
 *
 * @param path of the list in the column's order; absent if it has none
 * @param sorted the {@code aria-sort} of the column; absent unless the list is sorted by it
 */
public record Heading(
    String title, @Nullable String path, @Nullable String sorted, boolean isNumber) {

  static Heading plain(String title) {
    return new Heading(title, null, null, false);
  }
}
