package dev.whence.demo.store;

import static java.nio.channels.FileChannel.MapMode.READ_ONLY;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Prepared bodies on disk, mapped into memory: serving one is a look-up and a copy. */
public final class BodyStore {

  static final String DATA = "bodies.dat";
  static final String INDEX = "bodies.index";

  /** The file that is written last. */
  static final String COMPLETE = "complete";

  private final BodyIndex index;
  private final MemorySegment data;

  private BodyStore(BodyIndex index, MemorySegment data) {
    this.index = index;
    this.data = data;
  }

  /**
   * The store in a folder; empty if there is none, if it has another identity, or if it is
   * incomplete.
   */
  public static Optional<BodyStore> open(Path folder, String identity) throws IOException {
    Path mark = folder.resolve(COMPLETE);
    if (!Files.exists(mark) || !Files.readString(mark).equals(identity)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(folder.resolve(DATA))) {
      MemorySegment data = channel.map(READ_ONLY, 0, channel.size(), Arena.ofAuto());
      return Optional.of(new BodyStore(BodyIndex.open(folder.resolve(INDEX)), data));
    }
  }

  /** The body of a key. */
  public Optional<Body> find(String key) {
    return index
        .find(key)
        .map(
            entry ->
                new Body(
                    new String(bytes(entry.offset(), Body.ETAG_LENGTH), StandardCharsets.US_ASCII),
                    bytes(entry.offset() + Body.ETAG_LENGTH, entry.length())));
  }

  /** The number of the package that a key's body belongs to. */
  public Optional<Integer> number(String key) {
    return index.find(key).map(BodyIndex.Entry::number);
  }

  private byte[] bytes(long offset, int length) {
    return data.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
  }
}
