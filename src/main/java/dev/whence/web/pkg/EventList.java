package dev.whence.web.pkg;

import dev.whence.catalog.PackageEvent;
import dev.whence.catalog.Page;
import dev.whence.web.ui.Amount;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Paths;
import dev.whence.web.ui.Sentence;
import dev.whence.web.ui.When;
import java.util.List;

/**
 * What changed of a package, or the last of it.
 *
 * @param count how much it is in all, in words
 * @param path the page that has all of it
 * @param isCut there is more
 */
public record EventList(
    List<Row> rows, long total, String count, String path, String json, boolean isCut) {

  /** One thing that changed. */
  public record Row(When noticed, Sentence sentence) {}

  static EventList of(String name, Page<PackageEvent> page, Frame frame) {
    return new EventList(
        page.items().stream()
            .map(event -> new Row(frame.when(event.noticedAt()), EventWords.of(name, event, frame)))
            .toList(),
        page.total(),
        Amount.of(page.total(), "change"),
        Paths.history(name),
        Paths.historyJson(name),
        page.total() > page.items().size());
  }
}
