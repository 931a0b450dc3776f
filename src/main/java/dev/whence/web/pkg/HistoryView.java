package dev.whence.web.pkg;

import dev.whence.address.PagePaths;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.read.PackageEvent;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.Pager;
import java.time.Instant;
import java.util.Optional;

/** The page with all changes of one package in the registry. */
public record HistoryView(
    Frame frame, String name, String packagePath, EventList events, Pager pager) {

  static HistoryView of(
      String name, Page<PackageEvent> page, Optional<Instant> since, Frame frame) {
    return new HistoryView(
        frame,
        name,
        PagePaths.forPackage(name),
        EventList.of(name, page, since, frame),
        Pager.of(page, PagePaths.history(name)));
  }
}
