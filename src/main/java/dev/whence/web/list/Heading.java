package dev.whence.web.list;

import dev.whence.provenance.Slug;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A column's heading.
 *
 * @param path of the list in the column's order; absent where it has none
 * @param sorted the {@code aria-sort} of the column; absent unless the list is sorted by it
 */
public record Heading(
    String title, @Nullable String path, @Nullable String sorted, boolean isNumber) {

  static Heading plain(String title) {
    return new Heading(title, null, null, false);
  }

  /** The order that a request asks for; nonsense asks for the first. */
  static <E extends Enum<E>> E order(Class<E> orders, @Nullable String parameter) {
    E[] all = orders.getEnumConstants();
    return Arrays.stream(all)
        .filter(order -> Slug.of(order).equals(parameter))
        .findFirst()
        .orElse(all[0]);
  }
}
