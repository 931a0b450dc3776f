package dev.whence.crawl;

import static dev.whence.crawl.Waiting.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.state.FeedStore.Scope;
import dev.whence.catalog.state.FeedStore.State;
import dev.whence.crawl.process.CrawlProgress;
import dev.whence.crawl.process.CrawlScheduler;
import dev.whence.provenance.PackageName;
import dev.whence.testing.ReplayRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The changes feed: what it discovers, what it has crawled again, and what survives. */
@Timeout(60)
class ChangesTest {

  private ReplayRegistry registry;
  private FeedOnRegistry feed;
  private TestCrawl crawl;

  @BeforeEach
  void start() {
    registry = ReplayRegistry.start();
    feed = new FeedOnRegistry(registry);
    crawl = new TestCrawl(registry);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private long read(Scope scope) {
    return crawl.changes().read(scope, () -> {}, () -> false).lines();
  }

  private State state(Scope scope) {
    return crawl.catalog.feeds.state(registry.url().toString(), scope).orElseThrow();
  }

  private List<String> changed() {
    return unplanned(false);
  }

  private List<String> fresh() {
    return unplanned(true);
  }

  private List<String> unplanned(boolean isNew) {
    return crawl.catalog.plans.unplanned(0, 100).stream()
        .filter(one -> one.isNew() == isNew)
        .map(one -> one.name().value())
        .toList();
  }

  /** What is known so far was crawled, and nothing of it is unplanned. */
  private void crawled() {
    crawl.catalog.query(
        "UPDATE package_crawl SET changed = false, last_attempt_at = now() RETURNING 1");
  }

  private List<String> known() {
    return crawl.catalog.query("SELECT name FROM package ORDER BY name");
  }

  private void know(String... names) {
    crawl.catalog.writer.addPackages(
        java.util.Arrays.stream(names).map(PackageName::new).toList(), crawl.clock.instant());
  }

  @Test
  void shouldDiscoverAllPackagesPageByPageButThoseThatAreGone() {
    feed.tell("a", "b", "!gone", "@s/c", "_design/app", "d", "e", "f");
    assertThat(read(Scope.ALL)).isEqualTo(8);
    assertThat(known()).containsExactly("@s/c", "a", "b", "d", "e", "f");
    assertThat(fresh()).containsExactlyInAnyOrder("@s/c", "a", "b", "d", "e", "f");
    assertThat(feed.asked()).containsExactly(0L, 21L, 42L, 56L);
    assertThat(state(Scope.ALL).sequence()).isEqualTo(56);
    assertThat(changed()).isEmpty();
  }

  @Test
  void shouldGoOnWhereItEnded() {
    feed.tell("a", "b");
    read(Scope.ALL);
    crawled();
    feed.tell("a", "c");
    assertThat(read(Scope.ALL)).isEqualTo(2);
    assertThat(feed.asked()).containsExactly(0L, 14L, 14L, 28L);
    assertThat(changed()).containsExactly("a");
    assertThat(fresh()).containsExactly("c");
  }

  @Test
  void shouldOnlyMarkWhatIsKnownWhereNoMoreIsWanted() {
    know("a", "gone");
    crawled();
    feed.tell("a", "stranger", "!gone");
    read(Scope.KNOWN);
    assertThat(known()).containsExactly("a", "gone");
    assertThat(changed()).containsExactly("a", "gone");
  }

  @Test
  void shouldStartOverWithoutLossWhereTheRegistryCountsAnew() {
    feed.tell("a", "b", "c", "d");
    read(Scope.ALL);
    crawled();
    State before = state(Scope.ALL);
    crawl.catalog.feeds.store(
        new State(before.url(), Scope.ALL, 1_000_000, before.readAt(), null), List.of(), List.of());
    feed.tell("e", "!a");
    assertThat(read(Scope.ALL)).isZero();
    assertThat(state(Scope.ALL).sequence()).isZero();
    read(Scope.ALL);
    assertThat(state(Scope.ALL).startedOverAt()).isEqualTo(crawl.clock.instant());
    assertThat(state(Scope.ALL).sequence()).isEqualTo(42);
    assertThat(known()).containsExactly("a", "b", "c", "d", "e");
    assertThat(changed()).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void shouldKeepItsPlaceWhereTheFeedFails() {
    feed.tell("a");
    read(Scope.ALL);
    registry.answer("/_changes", 503);
    assertThat(read(Scope.ALL)).isZero();
    registry.answer("/_changes", "{\"results\":\"nonsense\"}".getBytes(UTF_8));
    assertThat(read(Scope.ALL)).isZero();
    assertThat(state(Scope.ALL).sequence()).isEqualTo(7);
  }

  @Test
  void shouldCrawlWhatItDiscoversAndWhatChanged() {
    AtomicInteger asked = new AtomicInteger();
    registry.answer("/b", "{\"name\":\"b\",\"versions\":{}}".getBytes(UTF_8));
    registry.answer(
        "/a",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = "{\"name\":\"a\",\"versions\":{}}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
        });
    feed.tell("a", "b");
    running(
        () -> {
          await(() -> tasks("crawl").size() == 2 && tasks("first-crawl").isEmpty());
          assertThat(asked).hasValue(1);
          feed.tell("a");
          await(() -> asked.get() == 2 && tasks("changed-crawl").isEmpty());
          assertThat(tasks("crawl")).containsExactlyInAnyOrder("a", "b");
        });
  }

  @Test
  void shouldCrawlAgainWhatChangesWhileItIsCrawled() {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch goOn = new CountDownLatch(1);
    registry.answer(
        "/a",
        exchange -> {
          if (asked.incrementAndGet() == 2) {
            waitFor(goOn);
          }
          byte[] body = "{\"name\":\"a\",\"versions\":{}}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
        });
    feed.tell("a");
    running(
        () -> {
          await(() -> asked.get() == 1 && tasks("crawl").size() == 1);
          feed.tell("a");
          await(() -> asked.get() == 2);
          feed.tell("a");
          await(() -> !changed().isEmpty());
          goOn.countDown();
          await(() -> asked.get() == 3);
        });
  }

  @Test
  void shouldMarkAPageOfThousandsInAFewStatements() {
    List<PackageName> many =
        IntStream.range(0, 10_000).mapToObj(i -> new PackageName("p" + i)).toList();
    crawl.catalog.writer.addPackages(many.subList(0, 5_000), crawl.clock.instant());
    crawled();
    int before = crawl.catalog.statements.count();
    crawl.catalog.feeds.store(
        new State("https://feed.test", Scope.ALL, 9, crawl.clock.instant(), null), many, many);
    assertThat(crawl.catalog.statements.count() - before).isLessThan(6);
    assertThat(crawl.catalog.query("SELECT count(*) FROM package_crawl WHERE changed"))
        .containsExactly("10000");
    assertThat(crawl.catalog.query("SELECT count(*) FROM package")).containsExactly("10000");
  }

  private void running(Runnable test) {
    crawl =
        new TestCrawl(
            registry,
            Map.of(
                "whence.crawl.changes", "all",
                "whence.crawl.changes-every", "50ms",
                "whence.crawl.poll-interval", "50ms"));
    CrawlScheduler scheduler = crawl.scheduler(new CrawlProgress(Clock.systemUTC()));
    scheduler.start();
    try {
      test.run();
    } finally {
      scheduler.stop();
    }
  }

  private List<String> tasks(String task) {
    return crawl.catalog.query(
        "SELECT task_instance FROM scheduled_tasks WHERE task_name = '" + task + "'");
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
