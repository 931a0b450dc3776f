package dev.whence.crawl;

import static dev.whence.crawl.Waiting.awaitNone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.crawl.process.CrawlProgress;
import dev.whence.crawl.process.CrawlScheduler;
import dev.whence.demo.AnswerFaults;
import dev.whence.demo.DemoServing;
import dev.whence.demo.Edition;
import dev.whence.demo.GeneratedRegistry;
import dev.whence.provenance.PackageName;
import dev.whence.testing.CatalogDigest;
import dev.whence.testing.CrawledRecording;
import dev.whence.testing.Recording;
import dev.whence.testing.ReplayRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However a registry's answers go wrong on their way, the catalog ends up the same. */
@Timeout(300)
class FaultyRegistryTest {

  private static final String FAULTS =
      "429:0.1,500:0.05,reset:0.03,truncate:0.02,slow:0.02,garbage:0.01";

  private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

  private static final Edition EDITION =
      new Edition("faults", 60, 40, Instant.parse("2026-11-20T12:00:00Z"));

  /** Waits short enough for a test; what is due later than that is due when all is done. */
  private static final Map<String, String> HASTE =
      Map.of(
          "whence.crawl.poll-interval", "50ms",
          "whence.crawl.retry", "50ms",
          "whence.crawl.downloads-every", "100ms",
          "whence.crawl.changes-every", "100ms");

  private static final String UNDONE =
      """
      SELECT 'downloads of ' || name FROM package
        WHERE downloads_due_at IS NULL OR downloads_due_at <= now()
      UNION ALL
      SELECT concat_ws(' ', task_name, task_instance, execution_time, picked, consecutive_failures)
        FROM scheduled_tasks
        WHERE task_name LIKE '%crawl' AND (picked OR execution_time < now() + interval '1 hour')
      UNION ALL
      SELECT 'changes' FROM scheduled_tasks WHERE task_name = 'changes' AND last_success IS NULL
      """;

  @TempDir static Path folder;

  @Test
  void shouldEndWithTheSameCatalogOfTheRecordedRegistry() {
    Recording.root();
    try (ReplayRegistry registry = ReplayRegistry.start()) {
      TestCrawl untroubled = new TestCrawl(registry, HASTE);
      crawl(untroubled, CrawledRecording.names());
      for (long seed : SEEDS) {
        registry.fail(faults(seed));
        TestCrawl troubled = new TestCrawl(registry, HASTE);
        crawl(troubled, CrawledRecording.names());
        assertThatTheSameIsStored(troubled, untroubled);
      }
    }
  }

  @Test
  void shouldEndWithTheSameCatalogOfAGeneratedRegistry() throws IOException {
    TestCrawl untroubled = crawlGenerated(AnswerFaults.none());
    for (long seed : SEEDS) {
      assertThatTheSameIsStored(crawlGenerated(faults(seed)), untroubled);
    }
  }

  private static AnswerFaults faults(long seed) {
    return AnswerFaults.parse(FAULTS, seed).waiting(Duration.ZERO, Duration.ofMillis(200));
  }

  /** All that it has, found by its changes feed and its download counts. */
  private static TestCrawl crawlGenerated(AnswerFaults faults) throws IOException {
    try (GeneratedRegistry registry =
        GeneratedRegistry.start(
            EDITION, folder.resolve("store"), DemoServing.QUIETLY.failing(faults))) {
      Path root = Files.write(folder.resolve("trusted_root.json"), registry.trustedRoot());
      Path keys = Files.write(folder.resolve("keys.json"), registry.npmKeys());
      Map<String, String> settings = new HashMap<>(HASTE);
      settings.put("whence.crawl.changes", "ALL");
      settings.put("whence.trust.trusted-root", root.toString());
      settings.put("whence.trust.npm-keys", keys.toString());
      TestCrawl crawl = new TestCrawl(registry.url(), settings);
      crawl(crawl, registry.names());
      return crawl;
    }
  }

  /** Until nothing is left to do, however often things are tried. */
  private static void crawl(TestCrawl crawl, List<PackageName> names) {
    CrawlScheduler scheduler = crawl.scheduler(new CrawlProgress(Clock.systemUTC()));
    scheduler.start();
    scheduler.add(names);
    awaitNone(() -> crawl.catalog.query(UNDONE));
    scheduler.stop();
  }

  private static void assertThatTheSameIsStored(TestCrawl troubled, TestCrawl untroubled) {
    CatalogDigest expected = CatalogDigest.of(untroubled.catalog.dataSource);
    CatalogDigest actual = CatalogDigest.of(troubled.catalog.dataSource);
    assertThat(expected.rows().get("verification")).hasSizeGreaterThan(20);
    assertThat(actual.differencesFrom(expected)).isEmpty();
    assertThat(actual.sha256()).isEqualTo(expected.sha256());
    // Even without faults some generated attestations are broken, as their story wants it.
    assertThat(List.of("429", "500", "broken"))
        .allSatisfy(
            status ->
                assertThat(answers(troubled, status)).isGreaterThan(answers(untroubled, status)));
  }

  private static double answers(TestCrawl crawl, String status) {
    return crawl.meters.counter("whence.registry.requests", "status", status).count();
  }
}
