package dev.whence.demo.store;

import static java.nio.channels.FileChannel.MapMode.READ_ONLY;
import static java.nio.channels.FileChannel.MapMode.READ_WRITE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where each key's body lies: a hash table in a file that is mapped into memory. A slot has the
 * key's hash, its body's offset and length, and the number of the package that it belongs to.
 */
final class BodyIndex {

  /** A key's place in the data file. */
  record Entry(long hash, long offset, int length, int number) {
    Entry movedBy(long distance) {
      return new Entry(hash, offset + distance, length, number);
    }
  }

  private static final int SLOT = 24;
  private static final int OFFSET = 8;
  private static final int LENGTH = 16;
  private static final int NUMBER = 20;
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment slots;
  private final long mask;

  private BodyIndex(MemorySegment slots) {
    this.slots = slots;
    this.mask = slots.byteSize() / SLOT - 1;
  }

  static BodyIndex open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      return new BodyIndex(channel.map(READ_ONLY, 0, channel.size(), Arena.ofAuto()));
    }
  }

  static void write(Path file, List<Entry> entries) throws IOException {
    long capacity = Long.highestOneBit(entries.size() * 3L / 2 + 1) * 2;
    try (FileChannel channel = FileChannel.open(file, CREATE_NEW, READ, WRITE);
        Arena arena = Arena.ofConfined()) {
      MemorySegment slots = channel.map(READ_WRITE, 0, capacity * SLOT, arena);
      BodyIndex index = new BodyIndex(slots);
      entries.forEach(index::put);
      slots.force();
    }
  }

  /**
   * No hash is 0: that is an empty slot. Two equal hashes among a few million are too unlikely to
   * matter.
   */
  static long hash(String key) {
    long hash = Hashing.farmHashFingerprint64().hashString(key, StandardCharsets.UTF_8).asLong();
    return hash == 0 ? 1 : hash;
  }

  private void put(Entry entry) {
    long slot = slot(entry.hash);
    if (slots.get(LONG, slot) != 0) {
      throw new IllegalStateException("two bodies have the same key");
    }
    slots.set(LONG, slot, entry.hash);
    slots.set(LONG, slot + OFFSET, entry.offset);
    slots.set(INT, slot + LENGTH, entry.length);
    slots.set(INT, slot + NUMBER, entry.number);
  }

  Optional<Entry> find(String key) {
    long hash = hash(key);
    long slot = slot(hash);
    return slots.get(LONG, slot) == 0
        ? Optional.empty()
        : Optional.of(
            new Entry(
                hash,
                slots.get(LONG, slot + OFFSET),
                slots.get(INT, slot + LENGTH),
                slots.get(INT, slot + NUMBER)));
  }

  /** The slot with the hash, else the empty one where it belongs. */
  private long slot(long hash) {
    long place = hash & mask;
    while (slots.get(LONG, place * SLOT) != 0 && slots.get(LONG, place * SLOT) != hash) {
      place = (place + 1) & mask;
    }
    return place * SLOT;
  }
}
