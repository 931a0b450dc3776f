package dev.whence.crawl.process;

import static dev.whence.crawl.Waiting.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.RefreshTier;
import dev.whence.crawl.Role;
import dev.whence.crawl.TestCrawl;
import dev.whence.crawl.schedule.RefreshEvent;
import dev.whence.crawl.schedule.RefreshTable;
import dev.whence.provenance.PackageName;
import dev.whence.testing.ReplayRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Crawls handed out by db-scheduler on a real Postgres. */
@Timeout(60)
class CrawlSchedulerTest {

  private final CrawlProgress progress = new CrawlProgress(Clock.systemUTC());
  private ReplayRegistry registry;

  @BeforeEach
  void start() {
    registry = ReplayRegistry.start();
    for (PackageName name : names()) {
      registry.answer(
          "/" + name, "{\"name\":\"%s\",\"versions\":{}}".formatted(name).getBytes(UTF_8));
    }
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void shouldCrawlEachPackageOnceAndPlanTheNextTime() {
    TestCrawl crawl = crawl(Map.of());
    CrawlScheduler scheduler = crawl.scheduler(progress);
    scheduler.start();
    scheduler.add(names());
    await(() -> tasks(crawl, "crawl").size() == 20 && tasks(crawl, "first-crawl").isEmpty());
    scheduler.add(names());
    scheduler.stop();
    assertThat(tasks(crawl, "first-crawl")).isEmpty();
    assertThat(statuses(crawl)).containsOnly(CrawlStatus.CRAWLED.name());
    assertThat(registry.requests().stream().map(ReplayRegistry.Request::path))
        .filteredOn(path -> !path.startsWith("/downloads"))
        .doesNotHaveDuplicates();
    assertThat(progress.snapshot().isPending()).isFalse();
    assertThat(progress.snapshot().done()).isEqualTo(20);
  }

  @Test
  void shouldBeReadyWhileItTakesWork() {
    TestCrawl crawl = crawl(Map.of());
    CrawlScheduler scheduler = crawl.scheduler(progress);
    CrawlHealth crawling = crawl.health(Set.of(Role.CRAWL, Role.VERIFY), scheduler);
    CrawlHealth serving = crawl.health(Set.of(Role.WEB), scheduler);

    assertThat(crawling.call().getStatus()).isEqualTo(Status.DOWN);
    scheduler.start();
    assertThat(crawling.call().getStatus()).isEqualTo(Status.UP);
    scheduler.stop();
    assertThat(crawling.call().getStatus()).isEqualTo(Status.DOWN);
    assertThat(serving.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void shouldShareTheWorkAmongProcesses() {
    TestCrawl crawl = crawl(Map.of());
    CrawlScheduler one = crawl.scheduler(progress);
    CrawlScheduler other = crawl.scheduler(new CrawlProgress(Clock.systemUTC()));
    one.start();
    other.start();
    one.add(names());
    other.add(names());
    await(() -> tasks(crawl, "crawl").size() == 20);
    one.stop();
    other.stop();
    assertThat(registry.requests().stream().map(ReplayRegistry.Request::path))
        .filteredOn(path -> !path.startsWith("/downloads"))
        .hasSize(20);
  }

  @Test
  void shouldLetACrawlEndThatIsUnderWay() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    slowly(asked, 300);
    TestCrawl crawl = crawl(Map.of("whence.crawl.grace", "10s"));
    CrawlScheduler scheduler = crawl.scheduler(progress);
    scheduler.start();
    scheduler.add(names().subList(0, 1));
    asked.await();
    scheduler.stop();
    assertThat(statuses(crawl)).containsExactly(CrawlStatus.CRAWLED.name());
  }

  @Test
  void shouldLeaveToOthersACrawlThatDoesNotEndInTime() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    slowly(asked, 20_000);
    TestCrawl crawl = crawl(Map.of("whence.crawl.grace", "100ms"));
    CrawlScheduler scheduler = crawl.scheduler(progress);
    scheduler.start();
    scheduler.add(names().subList(0, 1));
    asked.await();
    scheduler.stop();
    assertThat(statuses(crawl)).containsExactly(CrawlStatus.PENDING.name());
    assertThat(tasks(crawl, "first-crawl")).hasSize(1);
  }

  @Test
  void shouldFindAPackageThatLacksItsTask() {
    TestCrawl crawl = crawl(Map.of());
    crawl.catalog.writer.addPackages(names(), Instant.parse("2026-01-01T00:00:00Z"));
    CrawlScheduler scheduler = crawl.scheduler(progress);
    scheduler.start();
    await(() -> statuses(crawl).stream().allMatch(CrawlStatus.CRAWLED.name()::equals));
    scheduler.stop();
  }

  /** One by one it would be 200,000 statements. */
  @Test
  void shouldAddManyPackagesWithFewStatements() {
    TestCrawl crawl = new TestCrawl(registry, Map.of("whence.crawl.poll-interval", "1h"));
    CrawlScheduler scheduler = crawl.scheduler(progress);
    List<PackageName> many =
        IntStream.range(0, 100_000).mapToObj(i -> new PackageName("many-" + i)).toList();
    scheduler.start();
    int before = crawl.catalog.statements.count();
    scheduler.add(many);
    int first = crawl.catalog.statements.count();
    scheduler.add(many);
    int second = crawl.catalog.statements.count();
    scheduler.stop();
    assertThat(first - before).isLessThan(150);
    assertThat(second - first).isLessThan(30);
    assertThat(
            crawl.catalog.query(
                "SELECT count(*) FROM scheduled_tasks WHERE task_name LIKE '%crawl'"))
        .containsExactly("100000");
  }

  @Test
  void shouldScheduleWhatIsNewOfAListThatIsKnownInPart() {
    TestCrawl crawl = new TestCrawl(registry, Map.of("whence.crawl.poll-interval", "1h"));
    CrawlScheduler scheduler = crawl.scheduler(progress);
    scheduler.start();
    scheduler.add(names().subList(5, 10));
    scheduler.add(names());
    scheduler.stop();
    assertThat(tasks(crawl, "first-crawl"))
        .containsExactlyInAnyOrderElementsOf(names().stream().map(PackageName::value).toList());
  }

  @Test
  void shouldPreferWhatIsPopular() {
    TestCrawl crawl = crawl(Map.of("whence.crawl.concurrency", "1"));
    crawl.catalog.writer.addPackages(names(), Instant.now());
    crawl.catalog.storeDownloads(names().get(3), 5_000_000, Instant.now());
    CrawlScheduler scheduler = crawl.scheduler(progress);
    scheduler.start();
    await(() -> tasks(crawl, "crawl").size() == 20 && tasks(crawl, "first-crawl").isEmpty());
    scheduler.stop();
    assertThat(
            crawl.catalog.query(
                "SELECT task_instance || ' ' || priority FROM scheduled_tasks"
                    + " WHERE task_name = 'crawl' AND priority > 65"))
        .containsExactly("p3 67");
    assertThat(registry.requests().getFirst().path()).isEqualTo("/p3");
  }

  @Test
  void shouldChangeThePriorityWithTheTier() {
    TestCrawl crawl = crawl(Map.of("whence.crawl.goal-warm", "1s"));
    CrawlScheduler scheduler = crawl.scheduler(progress);
    scheduler.start();
    scheduler.add(names().subList(0, 2));
    await(() -> tasks(crawl, "crawl").size() == 2);
    crawl.catalog.storeDownloads(names().get(1), 5_000_000, Instant.now());
    await(() -> priorities(crawl).equals(List.of("p0 65", "p1 67")));
    scheduler.stop();
    assertThat(tasks(crawl, "crawl")).containsExactlyInAnyOrder("p0", "p1");
  }

  @Test
  void shouldLookAgainAtPopularPackagesBeforeLessPopularOnesAreCrawledFirst() {
    int hot = priority(new RefreshEvent.Crawled(RefreshTier.HOT, null));
    int warm = priority(new RefreshEvent.Crawled(RefreshTier.WARM, null));
    assertThat(hot)
        .isGreaterThan(priority(new RefreshEvent.Discovered(999_999L)))
        .isLessThan(priority(new RefreshEvent.Discovered(10_000_000L)))
        .isLessThan(priority(new RefreshEvent.Named(0)));
    assertThat(warm)
        .isGreaterThan(priority(new RefreshEvent.Discovered(9_999L)))
        .isLessThan(priority(new RefreshEvent.Discovered(100_000L)));
    assertThat(priority(new RefreshEvent.Crawled(RefreshTier.COOL, null)))
        .isLessThan(priority(new RefreshEvent.Discovered(null)));
  }

  private int priority(RefreshEvent event) {
    return new RefreshTable(crawl(Map.of()).config)
        .after(event, names().getFirst(), Instant.EPOCH)
        .priority();
  }

  private static List<String> priorities(TestCrawl crawl) {
    return crawl.catalog.query(
        "SELECT task_instance || ' ' || priority FROM scheduled_tasks"
            + " WHERE task_name = 'crawl' ORDER BY task_instance");
  }

  private void slowly(CountDownLatch asked, int millis) {
    registry.answer(
        "/p0",
        exchange -> {
          asked.countDown();
          try {
            Thread.sleep(millis);
            byte[] body = "{\"name\":\"p0\",\"versions\":{}}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          } catch (InterruptedException serverEnds) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private TestCrawl crawl(Map<String, String> settings) {
    var all = new java.util.HashMap<>(settings);
    all.put("whence.crawl.poll-interval", "50ms");
    return new TestCrawl(registry, all);
  }

  private static List<PackageName> names() {
    return IntStream.range(0, 20).mapToObj(i -> new PackageName("p" + i)).toList();
  }

  private static List<String> tasks(TestCrawl crawl, String task) {
    return crawl.catalog.query(
        "SELECT task_instance FROM scheduled_tasks WHERE task_name = '" + task + "'");
  }

  private static List<String> statuses(TestCrawl crawl) {
    return crawl.catalog.query("SELECT status FROM package_crawl");
  }
}
