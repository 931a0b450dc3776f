package dev.whence.catalog.filter;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total how many items the whole list has
 * @param offset the first item's place in the whole list, from 0
 * @param limit how many items a page has at the most
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
