package dev.whence.crawl.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.whence.catalog.CatalogDatabase;
import dev.whence.provenance.PackageName;
import dev.whence.registry.TestRegistryClient;
import dev.whence.registry.http.HttpGates;
import dev.whence.registry.npm.RegistryClient;
import dev.whence.testing.ReplayRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a registry sees of several processes together. */
@Timeout(60)
class PolitenessTest {

  private static final int A_SECOND = 1_000_000_000;
  private static final int RATE = 40;
  private static final int PLACES = 6;
  private static final PackageName NAME = new PackageName("p");

  private final CatalogDatabase catalog = new CatalogDatabase();
  private final ConcurrentLinkedQueue<Long> begun = new ConcurrentLinkedQueue<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostUnderWay = new AtomicInteger();
  private final AtomicBoolean refuseNext = new AtomicBoolean();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private ReplayRegistry registry;

  @BeforeEach
  void start() {
    registry = ReplayRegistry.start();
    registry.answer("/p", this::answer);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    threads.close();
    registry.close();
  }

  private final class Asking implements AutoCloseable {
    private final HttpGates gates =
        TestRegistryClient.gates(
            registry.url(),
            Map.of(
                "requests-per-second", String.valueOf(RATE),
                "concurrency", String.valueOf(PLACES)));
    private final Politeness politeness = new Politeness(gates, catalog.clients);

    /** Asks as fast as it may. */
    Asking begin() {
      RegistryClient client = TestRegistryClient.through(gates, registry.url());
      politeness.join();
      for (int i = 0; i < 2 * PLACES; i++) {
        threads.execute(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                client.packument(NAME, null, null);
              }
            });
      }
      return this;
    }

    @Override
    public void close() {
      politeness.leave();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    begun.add(System.nanoTime());
    mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try {
      Thread.sleep(80);
      byte[] body = "{\"name\":\"p\",\"versions\":{}}".getBytes(UTF_8);
      if (refuseNext.compareAndSet(true, false)) {
        exchange.getResponseHeaders().set("Retry-After", "3");
        exchange.sendResponseHeaders(429, body.length);
      } else {
        exchange.sendResponseHeaders(200, body.length);
      }
      underWay.decrementAndGet();
      exchange.getResponseBody().write(body);
    } catch (InterruptedException serverEnds) {
      Thread.currentThread().interrupt();
    }
  }

  private int mostInASecond() {
    List<Long> times = begun.stream().sorted().toList();
    int most = 0;
    int first = 0;
    for (int last = 0; last < times.size(); last++) {
      while (times.get(last) - times.get(first) >= A_SECOND) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  @Test
  void shouldKeepTheRateAndThePlacesHoweverManyProcessesAsk() throws Exception {
    try (Asking one = new Asking().begin()) {
      Thread.sleep(1_500);
      int alone = begun.size();
      try (Asking two = new Asking().begin();
          Asking three = new Asking().begin()) {
        Thread.sleep(3_000);
        assertThat(catalog.query("SELECT count(*) FROM registry_client")).containsExactly("3");
      }
      // Threads wake up late now and then, so that two requests come close together.
      assertThat(mostInASecond()).isLessThanOrEqualTo(RATE * 11 / 10);
      assertThat(mostUnderWay.get()).isLessThanOrEqualTo(PLACES);
      assertThat(alone).as("one process alone has all of it").isGreaterThan(RATE / 2);
    }
    assertThat(catalog.query("SELECT count(*) FROM registry_client")).containsExactly("0");
  }

  @Test
  void shouldAllPauseWhereOneIsAskedTo() throws Exception {
    try (Asking one = new Asking().begin();
        Asking two = new Asking().begin()) {
      Thread.sleep(1_000);
      refuseNext.set(true);
      long refused = System.nanoTime();
      Thread.sleep(4_500);
      long known = refused + Duration.ofMillis(700).toNanos();
      long end = refused + Duration.ofMillis(2_900).toNanos();
      assertThat(begun).filteredOn(time -> time > known && time < end).isEmpty();
      assertThat(begun).filteredOn(time -> time > end).isNotEmpty();
      assertThat(mostInASecond()).as("behind the pause too").isLessThanOrEqualTo(RATE * 11 / 10);
    }
  }

  @Test
  void shouldGiveBackTheShareOfAProcessThatDied() {
    catalog.clients.seen("dead", Map.of(), Duration.ofSeconds(10));
    assertThat(catalog.clients.seen("alive", Map.of(), Duration.ofSeconds(10)).processes())
        .isEqualTo(2);
    catalog.query("UPDATE registry_client SET seen_at = seen_at - interval '11 s' RETURNING 1");
    assertThat(catalog.clients.seen("alive", Map.of(), Duration.ofSeconds(10)).processes())
        .isEqualTo(1);
  }
}
