package dev.whence.catalog.filter;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total the number of items in the whole list
 * @param offset the first item's place in the whole list, from 0
 * @param limit the highest number of items on a page
 */
public record Page<T>(List<T> items, long total, int offset, int limit) {

  public Page {
    items = List.copyOf(items);
  }

  public boolean hasNext() {
    return offset + items.size() < total;
  }

  public boolean hasPrevious() {
    return offset > 0;
  }
}
