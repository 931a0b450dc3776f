package dev.whence.web.status;

import dev.whence.catalog.count.TrustGap;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.When;
import org.jspecify.annotations.Nullable;

/**
 * A thing that our trust material or our lists lack.
 *
 * @param kind {@code npm key}
 * @param id as others wrote it
 * @param asked when we last asked for newer trust material because of it; absent if never
 */
public record GapView(String kind, String id, long versions, When since, @Nullable When asked) {

  static GapView of(TrustGap gap, Frame frame) {
    return new GapView(
        gap.kind().title(),
        gap.id(),
        gap.versions(),
        frame.when(gap.since()),
        gap.askedAt() == null ? null : frame.when(gap.askedAt()));
  }
}
