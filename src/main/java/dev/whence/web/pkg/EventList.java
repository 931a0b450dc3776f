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
 * The changes of a package in the registry since we first saw it, or the last of them.
 *
 * @param count the number of all changes, in words
 * @param path the page with all changes
 * @param isCut there are more
 * @param since the day of our first comparison; absent before the first crawl
 */
public record EventList(
    List<Row> rows,
    long total,
    String count,
    String path,
    String json,
    boolean isCut,
    @Nullable When since) {

  /** One change. */
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
