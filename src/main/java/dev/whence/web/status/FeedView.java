package dev.whence.web.status;

import dev.whence.catalog.state.FeedStore.State;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.When;
import org.jspecify.annotations.Nullable;

/**
 * The progress in a changes feed.
 *
 * @param purpose why it is read
 * @param startedOver when it was last read from the start again; absent if never
 */
public record FeedView(
    String url, String purpose, long sequence, When read, @Nullable When startedOver) {

  static FeedView of(State state, Frame frame) {
    return new FeedView(
        state.url(),
        switch (state.scope()) {
          case KNOWN -> "to crawl known packages when they change";
          case ALL -> "to find every package, and to crawl it when it changes";
        },
        state.sequence(),
        frame.when(state.readAt()),
        state.startedOverAt() == null ? null : frame.when(state.startedOverAt()));
  }
}
