package dev.whence.catalog.write;

import dev.whence.catalog.sql.Sql;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Stores crawls that end at about the same time in one transaction: for a small package, the
 * statements cost more than the rows. While one group is written, the next one collects, so no
 * crawl waits for a full group. If a group cannot be stored, its crawls are stored one by one.
 */
final class CrawlGroups {

  /** Two, so that we prepare one while Postgres works on the other. */
  private static final int WRITERS = 2;

  private static final int MOST_CRAWLS = 32;

  /** Limits the memory of a group; a larger crawl is a group of its own. */
  private static final int MOST_VERSIONS = 2_000;

  private static final long MOST_BYTES = 4_000_000;

  private final Sql sql;
  private final Executor threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("whence-store-", 0).factory());
  private final Semaphore writers = new Semaphore(WRITERS);
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  CrawlGroups(Sql sql) {
    this.sql = sql;
  }

  private record Waiting(PackageCrawl crawl, CompletableFuture<Void> stored) {}

  /** Returns when the crawl is committed. */
  void store(PackageCrawl crawl) {
    Waiting one = new Waiting(crawl, new CompletableFuture<>());
    synchronized (waiting) {
      waiting.add(one);
    }
    // On its own thread: if one crawl is interrupted, the transaction of the others must go on.
    threads.execute(this::storeNext);
    try {
      one.stored().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void storeNext() {
    writers.acquireUninterruptibly();
    try {
      List<Waiting> group = next();
      if (!group.isEmpty()) {
        store(group);
      }
    } finally {
      writers.release();
    }
  }

  /** The crawls that wait longest, one per package, up to the limit. */
  private List<Waiting> next() {
    List<Waiting> group = new ArrayList<>();
    Set<Object> names = new HashSet<>();
    int versions = 0;
    long bytes = 0;
    synchronized (waiting) {
      for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
        Waiting one = all.next();
        versions += one.crawl().packument().versions().size();
        bytes += one.crawl().bytes();
        boolean fits =
            group.size() < MOST_CRAWLS && versions <= MOST_VERSIONS && bytes <= MOST_BYTES;
        if (!group.isEmpty() && !fits) {
          break;
        }
        if (names.add(one.crawl().packument().name())) {
          group.add(one);
          all.remove();
        }
      }
    }
    return group;
  }

  private void store(List<Waiting> group) {
    try {
      write(group);
    } catch (RuntimeException | Error e) {
      if (group.size() == 1) {
        group.getFirst().stored().completeExceptionally(e);
      } else {
        group.forEach(one -> store(List.of(one)));
      }
    }
  }

  private void write(List<Waiting> group) {
    List<PackageCrawl> crawls = group.stream().map(Waiting::crawl).toList();
    sql.change(connection -> new CrawlStore(connection).store(crawls));
    group.forEach(one -> one.stored().complete(null));
  }
}
