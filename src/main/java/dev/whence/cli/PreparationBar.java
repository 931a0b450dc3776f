package dev.whence.cli;

import dev.whence.demo.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows the progress of a generated registry's preparation, if it takes a while. */
final class PreparationBar implements Progress, AutoCloseable {
  /** Fewer are prepared before anybody has read the line. */
  private static final int WORTH_SHOWING = 1_000;

  private @Nullable ProgressBar bar;

  @Override
  public synchronized void prepared(int more, int total) {
    if (total < WORTH_SHOWING) {
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Prepare packages")
              .setInitialMax(total)
              .setUpdateIntervalMillis(1_000)
              .build();
    }
    bar.stepBy(more);
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
