package dev.whence.registry.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends the reading of a body that takes too long. The JDK's client ends a request whose headers do
 * not come in time, but waits without end for a slow body. Closing the stream wakes its reader.
 */
final class BodyDeadline implements AutoCloseable {

  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final AtomicBoolean passed = new AtomicBoolean();
  private final ScheduledFuture<?> end;

  BodyDeadline(InputStream body, Duration after) {
    this.end = TIMER.schedule(() -> end(body), after.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether the body was ended. */
  boolean hasPassed() {
    return passed.get();
  }

  @Override
  public void close() {
    end.cancel(false);
  }

  private void end(InputStream body) {
    passed.set(true);
    try {
      body.close();
    } catch (IOException closedAlready) {
      // Its reader sees the end in both cases.
    }
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("whence-body-deadline").factory());
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}
