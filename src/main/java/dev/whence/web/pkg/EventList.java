package dev.whence.web.pkg;

import dev.whence.address.JsonPaths;
import dev.whence.address.PagePaths;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.read.PackageEvent;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.When;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the registry changed of a package after we first saw it, or the last of it.
 *
 * @param count how much it is in all, in words
 * @param path the page that has all of it
 * @param isCut there is more
 * @param since the day from which on we compare; absent before the first crawl
 */
public record EventList(
    List<Row> rows,
    long total,
    String count,
    String path,
    String json,
    boolean isCut,
    @Nullable When since) {

  /** One edit. */
  public record Row(When noticed, Sentence sentence) {}

  static EventList of(String name, Page<PackageEvent> page, Optional<Instant> since, Frame frame) {
    return new EventList(
        page.items().stream()
            .map(event -> new Row(frame.when(event.noticedAt()), EventWords.of(name, event, frame)))
            .toList(),
        page.total(),
        Amount.of(page.total(), "edit"),
        PagePaths.history(name),
        JsonPaths.history(name),
        page.total() > page.items().size(),
        since.map(frame::when).orElse(null));
  }
}
