package dev.whence.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.crawl.pkg.CrawlOutcome;
import dev.whence.testing.LargePackument;
import dev.whence.testing.ReplayRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Large packuments crawled at once, in a room for less than two of them. With {@code
 * -Dwhence.large-packument=100000000} they are as large as is read, and the process shows what heap
 * that takes (bench/README.md).
 */
class LargePackumentsTest {

  private static final int BYTES = Integer.getInteger("whence.large-packument", 4_500_000);
  private static final int MANY = 8;

  /** The default where they are as large as is read; else, for less than two. */
  private static final String ROOM =
      System.getProperty(
          "whence.crawl.packument-bytes", BYTES > 10_000_000 ? "150000000" : "8000000");

  @Test
  void shouldStoreEachOfThem() throws Exception {
    try (ReplayRegistry registry = ReplayRegistry.start();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      TestCrawl crawl = new TestCrawl(registry, Map.of("whence.crawl.packument-bytes", ROOM));
      LargePackument shape = LargePackument.of("p0", BYTES);
      for (int i = 0; i < MANY; i++) {
        registry.answer("/p" + i, LargePackument.of("p" + i, BYTES)::send);
      }

      List<Future<CrawlOutcome>> crawls =
          threads.invokeAll(
              IntStream.range(0, MANY)
                  .<Callable<CrawlOutcome>>mapToObj(i -> () -> crawl.crawl("p" + i))
                  .toList());

      assertThat(crawls)
          .extracting(Future::resultNow)
          .allMatch(CrawlOutcome.Stored.class::isInstance);
      assertThat(crawl.catalog.query("SELECT count(*) FROM version"))
          .containsExactly(Integer.toString(MANY * shape.versions()));
    }
    if (BYTES > 10_000_000) {
      ManagementFactory.getMemoryPoolMXBeans().forEach(LargePackumentsTest::tell);
    }
  }

  private static void tell(MemoryPoolMXBean pool) {
    Logger.getLogger(LargePackumentsTest.class)
        .warnf("%s: at most %d MB", pool.getName(), pool.getPeakUsage().getUsed() / 1_000_000);
  }
}
