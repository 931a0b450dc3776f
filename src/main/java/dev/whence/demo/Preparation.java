package dev.whence.demo;

import dev.whence.demo.sigstore.GeneratedSigstore;
import dev.whence.demo.store.Body;
import dev.whence.demo.store.BodyStore;
import dev.whence.demo.store.StoreWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Makes the store of an edition on all cores, unless it is there. */
final class Preparation {

  /** Raise it with each change of what an edition contains, so that no old store is served. */
  private static final int FORMAT = 1;

  private static final int BATCH = 64;

  private final Packages packages;
  private final PackageContent content;
  private final StoreWriter writer;
  private final Progress progress;
  private final AtomicInteger next = new AtomicInteger();

  private Preparation(
      Packages packages, PackageContent content, StoreWriter writer, Progress progress) {
    this.packages = packages;
    this.content = content;
    this.writer = writer;
    this.progress = progress;
  }

  static BodyStore store(
      Edition edition,
      Packages packages,
      GeneratedSigstore sigstore,
      Path folder,
      Progress progress)
      throws IOException {
    String identity = "format " + FORMAT + ", " + edition;
    Optional<BodyStore> present = BodyStore.open(folder, identity);
    if (present.isPresent()) {
      return present.get();
    }
    try (StoreWriter writer = StoreWriter.begin(folder)) {
      PackageContent content = new PackageContent(sigstore, new Calendar(edition.now()));
      new Preparation(packages, content, writer, progress).run();
      GeneratedDownloads.write(folder, packages);
      return writer.complete(identity);
    }
  }

  private void run() throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
      Callable<Boolean> work = this::work;
      for (Future<Boolean> done :
          threads.invokeAll(Stream.generate(() -> work).limit(cores).toList())) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while preparing the registry", e);
    } catch (ExecutionException e) {
      throw new IOException("the registry could not be prepared", e.getCause());
    }
  }

  private boolean work() throws IOException {
    int first;
    while ((first = next.getAndAdd(BATCH)) < packages.count()) {
      StoreWriter.Batch batch = writer.batch();
      int end = Math.min(first + BATCH, packages.count());
      for (int number = first; number < end; number++) {
        issue(packages.history(number), number, batch);
      }
      batch.append();
      progress.prepared(end - first, packages.count());
    }
    return true;
  }

  private void issue(History history, int number, StoreWriter.Batch batch) throws IOException {
    batch.put(PackageContent.key(history), number, content.packument(history));
    for (Release release : history.releases()) {
      Optional<Body> attestations = content.attestations(history, release);
      if (attestations.isPresent()) {
        batch.put(PackageContent.key(history, release), number, attestations.get());
      }
    }
  }
}
