package dev.whence.demo;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * Advances a registry's life by a tick each interval. A file counts the ticks, so that a restart
 * serves the same content.
 */
final class Pace implements AutoCloseable {

  private final RegistryLife life;
  private final Duration interval;
  private final Path file;
  private final Thread thread;

  private Pace(RegistryLife life, Duration interval, Path file) {
    this.life = life;
    this.interval = interval;
    this.file = file;
    this.thread = Thread.ofPlatform().daemon().name("whence-registry-life").unstarted(this::run);
  }

  /**
   * Begins, and repeats the ticks so far.
   *
   * @param interval zero if nothing should happen
   */
  static Pace begin(RegistryLife life, Duration interval, Path folder) throws IOException {
    // Another interval gives other times, so another life.
    Path file = folder.resolve("ticks-of-" + interval.toMillis() + "-ms");
    if (Files.exists(file)) {
      life.pass(Long.parseLong(Files.readString(file)));
    }
    Pace pace = new Pace(life, interval, file);
    if (interval.isPositive()) {
      pace.thread.start();
    }
    return pace;
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(interval);
        life.pass(1);
        keep(life.ticks());
      }
    } catch (InterruptedException | ClosedByInterruptException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(long ticks) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(whole, Long.toString(ticks));
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    thread.interrupt();
    // The caller may delete the folder after this.
    Uninterruptibles.joinUninterruptibly(thread);
  }
}
