package dev.whence.registry.npm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.PackageName;
import dev.whence.registry.TestRegistryClient;
import dev.whence.testing.LargePackument;
import dev.whence.testing.ReplayRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Large packuments wait for each other where there is no room for all, and none fails for it. */
@Timeout(60)
class PackumentRoomTest {

  private static final int LARGE = 5_000_000;
  private static final int MANY = 6;

  private final ReplayRegistry server = ReplayRegistry.start();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final RegistryClient client =
      TestRegistryClient.of(server.url(), Map.of("requests-per-second", "10000"));

  @AfterEach
  void stop() {
    threads.shutdownNow();
    server.close();
  }

  @Test
  void shouldReadAsManyAtOnceAsThereIsRoomFor() throws Exception {
    PackumentRoom room = new PackumentRoom(2 * LARGE, LARGE);

    assertThat(all(client, room)).hasSize(MANY).allMatch(PackumentFetch.Found.class::isInstance);
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void shouldReadOneAloneThatIsLargerThanTheRoom() throws Exception {
    PackumentRoom room = new PackumentRoom(1_000, 100_000_000);

    assertThat(all(client, room)).hasSize(MANY).allMatch(PackumentFetch.Found.class::isInstance);
    assertThat(most.get()).isEqualTo(1);
  }

  /** Whoever waits for room must not hold what the one in the room needs to leave it. */
  @Test
  void shouldWaitWithoutHoldingAPlaceAtTheRegistry() throws Exception {
    RegistryClient narrow =
        TestRegistryClient.of(
            server.url(), Map.of("requests-per-second", "10000", "concurrency", "1"));

    assertThat(all(narrow, new PackumentRoom(LARGE, LARGE)))
        .allMatch(PackumentFetch.Found.class::isInstance);
    assertThat(most.get()).isEqualTo(1);
  }

  @Test
  void shouldNotLetSmallOnesWait() throws Exception {
    PackumentRoom room = new PackumentRoom(LARGE, LARGE);
    server.answer("/small", "{\"name\":\"small\",\"versions\":{}}".getBytes(UTF_8));
    try (PackumentRoom.Part large = room.part();
        PackumentRoom.Part small = room.part()) {
      large.await();

      assertThat(client.packument(new PackageName("small"), null, null, small))
          .isInstanceOf(PackumentFetch.Found.class);
    }
  }

  @Test
  void shouldGiveBackWhatWasNotNeeded() throws Exception {
    PackumentRoom room = new PackumentRoom(100_000_000, 100_000_000);
    server.answer("/p", LargePackument.of("p", LARGE)::send);
    try (PackumentRoom.Part first = room.part();
        PackumentRoom.Part second = new PackumentRoom(90_000_000, 90_000_000).part()) {
      assertThat(client.packument(new PackageName("p"), null, null, first))
          .isInstanceOf(PackumentFetch.Found.class);
      assertThat(client.packument(new PackageName("p"), null, null, second))
          .isInstanceOf(PackumentFetch.Found.class);
      assertThat(room.free()).isBetween(94_000_000L, 96_000_000L);
    }
    assertThat(room.free()).isEqualTo(100_000_000);
  }

  @Test
  void shouldEndTheWaitOfAnInterruptedThread() throws Exception {
    PackumentRoom room = new PackumentRoom(LARGE, LARGE);
    server.answer("/p", LargePackument.of("p", LARGE)::send);
    CountDownLatch begun = new CountDownLatch(1);
    try (PackumentRoom.Part held = room.part()) {
      held.await();
      Future<Boolean> waiting =
          threads.submit(
              () -> {
                begun.countDown();
                try (PackumentRoom.Part part = room.part()) {
                  return client.packument(new PackageName("p"), null, null, part)
                          instanceof PackumentFetch.Failed
                      && Thread.currentThread().isInterrupted();
                }
              });
      begun.await();
      TimeUnit.MILLISECONDS.sleep(300);
      assertThat(waiting.isDone()).isFalse();
      threads.shutdownNow();
      assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(room.free()).isEqualTo(LARGE);
  }

  private List<PackumentFetch> all(RegistryClient client, PackumentRoom room) throws Exception {
    List<Callable<PackumentFetch>> crawls =
        IntStream.range(0, MANY)
            .<Callable<PackumentFetch>>mapToObj(i -> () -> crawl("p" + i, client, room))
            .toList();
    List<Future<PackumentFetch>> ended = threads.invokeAll(crawls);
    return ended.stream().map(Future::resultNow).toList();
  }

  /** As a crawl does: it asks for the attestations while it has the packument. */
  private PackumentFetch crawl(String name, RegistryClient client, PackumentRoom room)
      throws InterruptedException {
    server.answer("/" + name, LargePackument.of(name, LARGE)::send);
    try (PackumentRoom.Part part = room.part()) {
      PackumentFetch fetch = client.packument(new PackageName(name), null, null, part);
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      client.attestations(new PackageName(name), "1.0.0");
      TimeUnit.MILLISECONDS.sleep(20);
      inside.decrementAndGet();
      return fetch;
    }
  }
}
