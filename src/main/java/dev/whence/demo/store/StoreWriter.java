package dev.whence.demo.store;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.whence.demo.store.BodyIndex.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a store. Any number of threads fill batches of their own; a batch is appended as a whole.
 * A store is not used before {@link #complete} has ended.
 */
public final class StoreWriter implements AutoCloseable {

  private final Path folder;
  private final FileChannel data;
  private final List<Entry> entries = new ArrayList<>();

  private StoreWriter(Path folder, FileChannel data) {
    this.folder = folder;
    this.data = data;
  }

  /** Begins a store in its own folder, and deletes the folder's content first. */
  public static StoreWriter begin(Path folder) throws IOException {
    Files.createDirectories(folder);
    // The mark is deleted first, so that a half deleted store does not look complete.
    Files.deleteIfExists(folder.resolve(BodyStore.COMPLETE));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    return new StoreWriter(
        folder, FileChannel.open(folder.resolve(BodyStore.DATA), CREATE_NEW, WRITE));
  }

  /** Bodies that one thread collects. */
  public final class Batch {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Entry> added = new ArrayList<>();

    /**
     * Adds a body.
     *
     * @param number of the package that it belongs to
     */
    public void put(String key, int number, Body body) {
      added.add(new Entry(BodyIndex.hash(key), bytes.size(), body.gzip().length, number));
      bytes.writeBytes(body.etag().getBytes(StandardCharsets.US_ASCII));
      bytes.writeBytes(body.gzip());
    }

    /** Appends what was added to the store. */
    public void append() throws IOException {
      StoreWriter.this.append(bytes.toByteArray(), added);
    }
  }

  /** An empty one. */
  public Batch batch() {
    return new Batch();
  }

  private synchronized void append(byte[] bytes, List<Entry> added) throws IOException {
    long start = data.position();
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      data.write(buffer);
    }
    added.forEach(entry -> entries.add(entry.movedBy(start)));
  }

  /**
   * Makes the store usable.
   *
   * @param identity what is in it: it is opened for just this
   */
  public synchronized BodyStore complete(String identity) throws IOException {
    data.force(true);
    BodyIndex.write(folder.resolve(BodyStore.INDEX), entries);
    Path mark = folder.resolve(BodyStore.COMPLETE);
    Path whole = mark.resolveSibling(BodyStore.COMPLETE + ".new");
    Files.writeString(whole, identity);
    Files.move(whole, mark, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return BodyStore.open(folder, identity).orElseThrow();
  }

  @Override
  public void close() throws IOException {
    data.close();
  }
}
