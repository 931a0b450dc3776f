package dev.whence.registry.npm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that the large packuments of a process take together, from the first byte until their
 * facts are stored. A packument's size is known only at its end. So when one turns out to be large,
 * it takes room for the largest allowed size, and gives back the unused part later. A holder of a
 * part never waits for more, so there is no deadlock.
 */
public final class PackumentRoom {

  /** Smaller packuments take no room here. Nearly all are smaller. */
  static final int SMALL_BYTES = 4_000_000;

  /** With units of a thousand bytes an int can count the whole room. */
  private static final int UNIT = 1_000;

  private final Semaphore units;
  private final int largest;

  /**
   * A room.
   *
   * @param bytes for all large packuments together; a larger packument has it alone
   * @param largest the bytes of the largest packument that is read
   */
  public PackumentRoom(long bytes, long largest) {
    int all = units(bytes);
    this.units = new Semaphore(all, true);
    this.largest = Math.min(all, units(largest));
  }

  private static int units(long bytes) {
    return (int) Math.clamp((bytes + UNIT - 1) / UNIT, 1, Integer.MAX_VALUE);
  }

  /** A part for one packument. Close it when nothing of the packument is in memory. */
  public Part part() {
    return new Part();
  }

  /** Free bytes at the moment. */
  long free() {
    return (long) units.availablePermits() * UNIT;
  }

  /** There is no room at the moment. Reading must begin again when there is. */
  static final class NoRoomException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** What one packument takes. */
  public final class Part implements AutoCloseable {

    private int held;

    private Part() {}

    /**
     * Waits until there is room for any packument. The caller must hold nothing that others need.
     */
    void await() throws InterruptedException {
      if (held == 0) {
        units.acquire(largest);
        held = largest;
      }
    }

    /** The body. It throws a {@link NoRoomException} if it is large and there is no room. */
    InputStream bounded(InputStream body) {
      return new Body(body);
    }

    /** The packument is read: it takes no more than these bytes. */
    void settle(long bytes) {
      int needed = Math.min(held, units(bytes));
      units.release(held - needed);
      held = needed;
    }

    private void grow() throws IOException {
      if (held > 0) {
        return;
      }
      try {
        // With a time, even zero, it waits in line. Without one it would pass the waiting ones.
        if (!units.tryAcquire(largest, 0, TimeUnit.SECONDS)) {
          throw new NoRoomException();
        }
        held = largest;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new NoRoomException();
      }
    }

    @Override
    public void close() {
      units.release(held);
      held = 0;
    }

    /** Counts what is read. */
    private final class Body extends FilterInputStream {

      private long count;

      Body(InputStream in) {
        super(in);
      }

      @Override
      public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
      }

      @Override
      public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
      }

      @Override
      public boolean markSupported() {
        return false;
      }

      private void count(long read) throws IOException {
        count += read;
        if (count > SMALL_BYTES) {
          grow();
        }
      }
    }
  }
}
