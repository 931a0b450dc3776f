package dev.whence.cli;

import dev.whence.demo.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows how far the preparation of a generated registry is; nothing where there is none. */
final class PreparationBar implements Progress, AutoCloseable {
  private @Nullable ProgressBar bar;

  @Override
  public synchronized void prepared(int more, int total) {
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
