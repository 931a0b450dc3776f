package dev.whence.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.registry.npm.AttestationsFetch;
import dev.whence.registry.npm.PackumentFetch;
import dev.whence.registry.npm.RegistryClient;
import dev.whence.testing.ReplayRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against servers that send too much, drip and stall. */
@Timeout(60)
class RegistryLimitsTest {

  private LeftPad leftPad;
  private ReplayRegistry server;
  private RegistryClient client;

  @BeforeEach
  void start() {
    leftPad = new LeftPad();
    server = leftPad.server;
    client = leftPad.client;
  }

  @AfterEach
  void stop() {
    leftPad.close();
  }

  @Test
  void shouldRefuseAPackumentThatIsTooLarge() {
    client = leftPad.client("max-packument-bytes", "1000000");
    server.answer("/left-pad", exchange -> LeftPad.replySpaces(exchange, 100_000_000, false));
    assertThat(client.packument(LeftPad.NAME, null, null))
        .isInstanceOfSatisfying(
            PackumentFetch.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("larger than 1000000 bytes"));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldRefuseABodyThatInflatesBeyondTheLimit() {
    server.answer("/left-pad", exchange -> LeftPad.replySpaces(exchange, 200_000_000, true));
    server.answer(
        LeftPad.ATTESTATIONS, exchange -> LeftPad.replySpaces(exchange, 200_000_000, true));
    assertThat(client.packument(LeftPad.NAME, null, null))
        .isInstanceOf(PackumentFetch.Unreadable.class);
    assertThat(client.attestations(LeftPad.NAME, "1.0.0"))
        .isInstanceOfSatisfying(
            AttestationsFetch.Failed.class,
            failed -> assertThat(failed.reason()).contains("larger than 8000000 bytes"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldEndABodyThatTakesTooLong(boolean dripping) {
    client = leftPad.client("timeout", "200ms", "tries", "1");
    server.answer("/left-pad", exchange -> LeftPad.stall(exchange, dripping));
    assertThat(client.packument(LeftPad.NAME, null, null))
        .isInstanceOfSatisfying(
            PackumentFetch.Failed.class,
            failed -> assertThat(failed.reason()).contains("the body took longer"));
  }

  @Test
  void shouldEndARequestThatIsNotAnswered() {
    client = leftPad.client("timeout", "200ms", "tries", "1");
    server.answer("/left-pad", exchange -> LeftPad.sleep(2_000));
    assertThat(client.packument(LeftPad.NAME, null, null))
        .isInstanceOf(PackumentFetch.Failed.class);
  }

  @Test
  void shouldStopWhenInterrupted() throws InterruptedException {
    server.answer("/left-pad", exchange -> LeftPad.stall(exchange, true));
    PackumentFetch[] fetch = new PackumentFetch[1];
    boolean[] interrupted = new boolean[1];
    Thread asking =
        Thread.startVirtualThread(
            () -> {
              fetch[0] = client.packument(LeftPad.NAME, null, null);
              interrupted[0] = Thread.currentThread().isInterrupted();
            });
    while (server.requests().isEmpty()) {
      Thread.sleep(5);
    }
    asking.interrupt();
    asking.join();
    assertThat(fetch[0]).isInstanceOf(PackumentFetch.Failed.class);
    assertThat(interrupted[0]).isTrue();
  }

  @Test
  void shouldNeverAskMoreAtOnceThanAllowed() throws Exception {
    client = leftPad.client("concurrency", "3", "requests-per-second", "1000");
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    server.answer(
        "/left-pad",
        exchange -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          LeftPad.sleep(20);
          now.decrementAndGet();
          LeftPad.reply(exchange, new String(LeftPad.PACKUMENT, UTF_8));
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        var _ = threads.submit(() -> client.packument(LeftPad.NAME, null, null));
      }
    }
    assertThat(server.requests()).hasSize(20);
    assertThat(most.get()).isEqualTo(3);
  }
}
