package dev.whence.web.ui;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a page that the layout needs. {@link Frames} makes it, and every view record has
 * it.
 *
 * @param title the page's title, without the product's name
 * @param path the page's address, without the origin
 * @param jsonPath the same facts as JSON; absent if there are none
 * @param current the word of the header that this page belongs to; absent for none
 * @param searchText what the search box of the header holds
 * @param notices about this installation
 * @param assets addresses of the static files
 * @param now when the page was made: every relative time on it counts from here
 */
public record Frame(
    String title,
    String path,
    @Nullable String jsonPath,
    @Nullable NavItem current,
    String searchText,
    InstallationNotices notices,
    Assets.Paths assets,
    Instant now) {

  public Frame withJson(String json) {
    return new Frame(title, path, json, current, searchText, notices, assets, now);
  }

  public Frame at(NavItem item) {
    return new Frame(title, path, jsonPath, item, searchText, notices, assets, now);
  }

  public Frame searching(String text) {
    return new Frame(title, path, jsonPath, current, text, notices, assets, now);
  }

  /** When the page was made, for paper. */
  public String made() {
    return when(now).absolute();
  }

  /** A time, as this page shows it. */
  public When when(Instant instant) {
    return When.of(instant, now);
  }

  /** The words of the header. */
  public List<NavLink> nav() {
    return NavLink.all(current);
  }

  /** A word of the header. */
  public record NavLink(String title, String path, boolean isCurrent) {

    private static List<NavLink> all(@Nullable NavItem current) {
      return List.of(NavItem.values()).stream()
          .map(item -> new NavLink(item.title(), item.path(), item == current))
          .toList();
    }
  }
}
