package dev.whence.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * When a signal ends the virtual machine, makes it wait until the main thread has stopped
 * everything: first the application, then its database.
 */
final class Shutdown implements AutoCloseable {
  /** Longer than the application's own grace (quarkus.shutdown.timeout) and Postgres' stop. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static volatile boolean inProgress;

  private final CountDownLatch done = new CountDownLatch(1);

  private Shutdown() {}

  static Shutdown guard() {
    var guard = new Shutdown();
    Runtime.getRuntime().addShutdownHook(new Thread(guard::await, "whence-shutdown"));
    return guard;
  }

  /** Whether a signal is ending the process. */
  static boolean inProgress() {
    return inProgress;
  }

  private void await() {
    inProgress = true;
    try {
      done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
