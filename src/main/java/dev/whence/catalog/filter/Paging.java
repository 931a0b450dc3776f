package dev.whence.catalog.filter;

import java.util.List;

/** A part of a list, with limits, so that no request can cause a long query. */
public record Paging(int offset, int limit) {

  private static final int MAX_OFFSET = 1_000_000;
  private static final int MAX_LIMIT = 1_000;

  public static Paging of(int offset, int limit) {
    return new Paging(Math.clamp(offset, 0, MAX_OFFSET), Math.clamp(limit, 0, MAX_LIMIT));
  }

  public <T> Page<T> page(List<T> items, long total) {
    return new Page<>(items, total, offset, limit);
  }
}
