package dev.whence.api.v1.paging;

import dev.whence.address.JsonPaths;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.filter.Parameters;
import dev.whence.catalog.filter.QueryParameter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request for one page of a list.
 *
 * @param list the list's own URL, with the parameters that choose its items
 * @param html the URL of the same list as a page for people
 */
public record PageRequest(String list, @Nullable String html, int offset, int limit) {

  private static final int DEFAULT_LIMIT = 50;

  public static PageRequest of(Parameters given, String list, @Nullable String html) {
    int offset =
        given.get(QueryParameter.PAGE_TOKEN).map(token -> PageToken.offset(token, list)).orElse(0);
    return new PageRequest(list, html, offset, given.number(QueryParameter.LIMIT, DEFAULT_LIMIT));
  }

  /**
   * For a list with the same path and parameters as its page for people.
   *
   * @param path with the query: {@code /versions?evidence=rejected}
   */
  public static PageRequest of(Parameters given, String path) {
    return of(given, JsonPaths.ROOT + path, path);
  }

  /** The requested page of a whole list. */
  public <T> Page<T> cut(List<T> all) {
    int start = Math.min(offset, all.size());
    int end = (int) Math.min((long) start + limit, all.size());
    return new Page<>(all.subList(start, end), all.size(), start, limit);
  }

  /** The answer with one page of what the catalog found. */
  public <S, T> ListJson<T> answer(Page<S> page, Function<S, T> toJson) {
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
}
