package dev.whence.web.status;

import dev.whence.catalog.count.TrustGap;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.When;
import org.jspecify.annotations.Nullable;

/**
 * Something that our side lacks.
 *
 * @param kind {@code npm key}
 * @param id as others write it
 * @param asked when trust material was last asked for because of it; absent where it was not
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
