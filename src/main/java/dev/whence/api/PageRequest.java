package dev.whence.api;

import dev.whence.catalog.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The page of a list that was asked for.
 *
 * @param list the list's own URL, with the parameters that choose its items
 * @param html the page that shows the same list to people
 */
record PageRequest(String list, @Nullable String html, int offset, int limit) {

  private static final int DEFAULT_LIMIT = 50;

  /** Bounds what one request can cost. */
  private static final int MAX_LIMIT = 100;

  static PageRequest of(PageParams params, String list, @Nullable String html) {
    int offset = params.pageToken == null ? 0 : PageToken.offset(params.pageToken, list);
    return new PageRequest(list, html, offset, limit(params.limit));
  }

  /**
   * For a list that has the same path and parameters as its page.
   *
   * @param path with the query: {@code /versions?evidence=rejected}
   */
  static PageRequest of(PageParams params, String path) {
    return of(params, Links.ROOT + path, path);
  }

  /** The page that was asked for out of a whole list. */
  <T> Page<T> cut(List<T> all) {
    int start = Math.min(offset, all.size());
    int end = (int) Math.min((long) start + limit, all.size());
    return new Page<>(all.subList(start, end), all.size(), start, limit);
  }

  /** The answer with one page of what the catalog found. */
  <S, T> ListJson<T> answer(Page<S> page, Function<S, T> toJson) {
    @Nullable String next =
        page.hasNext() ? PageToken.of(list, page.offset() + page.items().size()) : null;
    return new ListJson<>(
        page.items().stream().map(toJson).toList(),
        page.total(),
        next,
        new ListLinksJson(list, html, next == null ? null : url(next)));
  }

  private String url(String token) {
    char separator = list.indexOf('?') < 0 ? '?' : '&';
    return list + separator + "limit=" + limit + "&pageToken=" + token;
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    if (text.matches("[0-9]{1,3}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    }
    throw ProblemException.illegal("limit", text, "It is a number from 1 to " + MAX_LIMIT + ".");
  }
}
