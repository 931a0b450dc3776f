package dev.whence.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.whence.provenance.PackageName;
import dev.whence.testing.ReplayRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against servers that answer, refuse, break, drip and lie. */
@Timeout(60)
class RegistryClientTest {

  private static final PackageName NAME = new PackageName("left-pad");
  private static final byte[] PACKUMENT =
      "{\"name\":\"left-pad\",\"versions\":{\"1.0.0\":{}}}".getBytes(UTF_8);
  private static final String ATTESTATIONS = "/-/npm/v1/attestations/left-pad@1.0.0";

  private ReplayRegistry server;
  private RegistryClient client;

  @BeforeEach
  void start() {
    server = ReplayRegistry.start();
    server.answer("/left-pad", PACKUMENT);
    client = TestRegistryClient.of(server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldReadAPackument() {
    PackumentFetch.Found found = (PackumentFetch.Found) client.packument(NAME, null, null);
    assertThat(found.packument().versions()).hasSize(1);
    assertThat(found.bytes()).isEqualTo(PACKUMENT.length);
    assertThat(found.etag()).isNotNull();
    assertThat(server.requests().getFirst().userAgent()).startsWith("whence/");
  }

  @Test
  void shouldAskConditionally() {
    PackumentFetch.Found found = (PackumentFetch.Found) client.packument(NAME, null, null);
    assertThat(client.packument(NAME, found.etag(), null))
        .isInstanceOf(PackumentFetch.NotModified.class);
    assertThat(server.requests().getLast().ifNoneMatch()).isEqualTo(found.etag());
  }

  @Test
  void shouldKnowAnUnchangedPackumentWhereTheRegistryIgnoresTheCondition() {
    PackumentFetch.Found found = (PackumentFetch.Found) client.packument(NAME, null, null);
    assertThat(client.packument(NAME, "\"another\"", found.bodySha256()))
        .isInstanceOf(PackumentFetch.NotModified.class);
  }

  @Test
  void shouldSayThatThereIsNoSuchPackage() {
    server.answer("/left-pad", 404);
    assertThat(client.packument(NAME, null, null)).isInstanceOf(PackumentFetch.Missing.class);
    assertThat(client.attestations(NAME, "1.0.0")).isInstanceOf(AttestationsFetch.Missing.class);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void shouldReadA404WhoseBodyIsNotWhatItsHeadersSay() {
    server.answer(
        "/left-pad",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(404, -1);
        });
    assertThat(client.packument(NAME, null, null)).isInstanceOf(PackumentFetch.Missing.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503})
  void shouldTryAgainWhatMayPass(int status) {
    failTimes(3, exchange -> exchange.sendResponseHeaders(status, -1));
    assertThat(client.packument(NAME, null, null)).isInstanceOf(PackumentFetch.Found.class);
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void shouldTryAgainAfterAReset() {
    failTimes(2, HttpExchange::close);
    assertThat(client.packument(NAME, null, null)).isInstanceOf(PackumentFetch.Found.class);
  }

  @Test
  void shouldTryAgainAfterATruncatedBody() {
    failTimes(
        2,
        exchange -> {
          exchange.sendResponseHeaders(200, PACKUMENT.length);
          exchange.getResponseBody().write(PACKUMENT, 0, 10);
          exchange.getResponseBody().flush();
        });
    assertThat(client.packument(NAME, null, null)).isInstanceOf(PackumentFetch.Found.class);
  }

  @Test
  void shouldTryAgainAfterGarbage() {
    failTimes(2, exchange -> reply(exchange, "<html>try later</html>"));
    assertThat(client.packument(NAME, null, null)).isInstanceOf(PackumentFetch.Found.class);
  }

  @Test
  void shouldFailAfterItsTriesWithAReason() {
    server.answer("/left-pad", 503);
    assertThat(client.packument(NAME, null, null))
        .isInstanceOfSatisfying(
            PackumentFetch.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo("127.0.0.1 answered 503."));
    assertThat(server.requests()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 401, 403, 451})
  void shouldNotInsistWhereItIsRefused(int status) {
    server.answer("/left-pad", status);
    assertThat(client.packument(NAME, null, null))
        .isInstanceOfSatisfying(
            PackumentFetch.Failed.class,
            failed -> assertThat(failed.reason()).contains(Integer.toString(status)));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldCallAPackumentUnreadableThatStaysGarbage() {
    server.answer("/left-pad", "{\"name\":\"left-pad\",\"versions\":{\"1.0".getBytes(UTF_8));
    assertThat(client.packument(NAME, null, null))
        .isInstanceOfSatisfying(
            PackumentFetch.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("not a whole JSON document"));
  }

  @Test
  void shouldRefuseAPackumentThatIsTooLarge() {
    client = TestRegistryClient.of(server.url(), Map.of("max-packument-bytes", "1000000"));
    server.answer("/left-pad", exchange -> replySpaces(exchange, 100_000_000, false));
    assertThat(client.packument(NAME, null, null))
        .isInstanceOfSatisfying(
            PackumentFetch.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("larger than 1000000 bytes"));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldRefuseABodyThatInflatesBeyondTheLimit() {
    server.answer("/left-pad", exchange -> replySpaces(exchange, 200_000_000, true));
    server.answer(ATTESTATIONS, exchange -> replySpaces(exchange, 200_000_000, true));
    assertThat(client.packument(NAME, null, null)).isInstanceOf(PackumentFetch.Unreadable.class);
    assertThat(client.attestations(NAME, "1.0.0"))
        .isInstanceOfSatisfying(
            AttestationsFetch.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("larger than 8000000 bytes"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldEndABodyThatTakesTooLong(boolean dripping) {
    client = TestRegistryClient.of(server.url(), Map.of("timeout", "200ms", "tries", "1"));
    server.answer("/left-pad", exchange -> stall(exchange, dripping));
    assertThat(client.packument(NAME, null, null))
        .isInstanceOfSatisfying(
            PackumentFetch.Failed.class,
            failed -> assertThat(failed.reason()).contains("the body took longer"));
  }

  @Test
  void shouldEndARequestThatIsNotAnswered() {
    client = TestRegistryClient.of(server.url(), Map.of("timeout", "200ms", "tries", "1"));
    server.answer("/left-pad", exchange -> sleep(2_000));
    assertThat(client.packument(NAME, null, null)).isInstanceOf(PackumentFetch.Failed.class);
  }

  @Test
  void shouldKeepAsServedWhatIsNoAttestationResponse() {
    server.answer(ATTESTATIONS, "<html>".getBytes(UTF_8));
    assertThat(client.attestations(NAME, "1.0.0"))
        .isInstanceOfSatisfying(
            AttestationsFetch.Found.class,
            found -> assertThat(found.body()).isEqualTo("<html>".getBytes(UTF_8)));
    assertThat(server.requests()).hasSize(5);
  }

  @Test
  void shouldNotRepeatARequestForWhatIsWholeButBreaksALimit() {
    server.answer(ATTESTATIONS, ("[".repeat(10_000) + "]".repeat(10_000)).getBytes(UTF_8));
    assertThat(client.attestations(NAME, "1.0.0")).isInstanceOf(AttestationsFetch.Found.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldNotFollowARedirect() {
    server.answer(
        "/left-pad",
        exchange -> {
          exchange.getResponseHeaders().add("Location", server.url() + "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
        });
    assertThat(client.packument(NAME, null, null)).isInstanceOf(PackumentFetch.Failed.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldComeBackWhenAsked() {
    failTimes(
        1,
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "1");
          exchange.sendResponseHeaders(429, -1);
        });
    long start = System.nanoTime();
    assertThat(client.packument(NAME, null, null)).isInstanceOf(PackumentFetch.Found.class);
    assertThat(System.nanoTime() - start).isGreaterThan(900_000_000L);
  }

  @Test
  void shouldStayAwayFromAHostThatAsksForALongPause() {
    failTimes(
        1,
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "3600");
          exchange.sendResponseHeaders(503, -1);
        });
    assertThat(client.packument(NAME, null, null))
        .isInstanceOfSatisfying(
            PackumentFetch.Failed.class,
            failed -> assertThat(failed.waitAsked()).isBetween(seconds(3_590), seconds(3_600)));
    assertThat(client.packument(new PackageName("another"), null, null))
        .isInstanceOf(PackumentFetch.Failed.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldStopWhenInterrupted() throws InterruptedException {
    server.answer("/left-pad", exchange -> stall(exchange, true));
    PackumentFetch[] fetch = new PackumentFetch[1];
    boolean[] interrupted = new boolean[1];
    Thread asking =
        Thread.startVirtualThread(
            () -> {
              fetch[0] = client.packument(NAME, null, null);
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
    client = TestRegistryClient.of(server.url(), Map.of("concurrency", "3"));
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    server.answer(
        "/left-pad",
        exchange -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          sleep(20);
          now.decrementAndGet();
          reply(exchange, new String(PACKUMENT, UTF_8));
        });
    try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        var _ = threads.submit(() -> client.packument(NAME, null, null));
      }
    }
    assertThat(server.requests()).hasSize(20);
    assertThat(most.get()).isEqualTo(3);
  }

  @Test
  void shouldCountRequestsByStatus() {
    MeterRegistry meters = new SimpleMeterRegistry();
    client = TestRegistryClient.of(server.url(), Map.of(), meters);
    failTimes(2, exchange -> exchange.sendResponseHeaders(500, -1));
    client.packument(NAME, null, null);
    assertThat(meters.counter("whence.registry.requests", "status", "500").count()).isEqualTo(2);
    assertThat(meters.counter("whence.registry.requests", "status", "200").count()).isEqualTo(1);
  }

  @Test
  void shouldAskForScopedNamesAsOneSegment() {
    client.packument(new PackageName("@Scope/it's_(old)!~*.js"), null, null);
    client.attestations(new PackageName("@s/p"), "1.0.0-α+b c/d?e#f");
    assertThat(server.requests())
        .extracting(ReplayRegistry.Request::rawPath)
        .containsExactly(
            "/@Scope%2Fit%27s_%28old%29%21%7E*.js",
            "/-/npm/v1/attestations/@s%2Fp@1.0.0-%CE%B1%2Bb%20c%2Fd%3Fe%23f");
    assertThat(server.requests().getLast().path())
        .isEqualTo("/-/npm/v1/attestations/@s/p@1.0.0-α+b c/d?e#f");
  }

  @Test
  void shouldReadTheIdsOfTheSigningKeys() {
    server.answer(
        "/-/npm/v1/keys",
        "{\"keys\":[{\"keyid\":\"SHA256:a\",\"key\":\"x\"},{\"keyid\":1},1]}".getBytes(UTF_8));
    assertThat(client.signingKeyIds()).containsExactly("SHA256:a");
    server.answer("/-/npm/v1/keys", 404);
    assertThat(client.signingKeyIds()).isEmpty();
  }

  @Test
  void shouldReadDownloadCounts() {
    String path = "/downloads/point/last-month/left-pad";
    assertThat(client.downloadsLastMonth(NAME)).isEmpty();
    server.answer(path, "{\"downloads\":12345678901}".getBytes(UTF_8));
    assertThat(client.downloadsLastMonth(NAME)).hasValue(12_345_678_901L);
    for (String odd : new String[] {"{\"downloads\":\"1\"}", "{\"downloads\":-1}", "[]", "x"}) {
      server.answer(path, odd.getBytes(UTF_8));
      assertThat(client.downloadsLastMonth(NAME)).as(odd).isEmpty();
    }
  }

  private static java.time.Duration seconds(int seconds) {
    return java.time.Duration.ofSeconds(seconds);
  }

  private void failTimes(int times, com.sun.net.httpserver.HttpHandler failure) {
    AtomicInteger left = new AtomicInteger(times);
    server.answer(
        "/left-pad",
        exchange -> {
          if (left.getAndDecrement() > 0) {
            failure.handle(exchange);
          } else {
            reply(exchange, new String(PACKUMENT, UTF_8));
          }
        });
  }

  private static void reply(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void replySpaces(HttpExchange exchange, int count, boolean gzip)
      throws IOException {
    if (gzip) {
      exchange.getResponseHeaders().add("Content-Encoding", "gzip");
    }
    exchange.sendResponseHeaders(200, 0);
    byte[] spaces = " ".repeat(100_000).getBytes(UTF_8);
    try (OutputStream raw = exchange.getResponseBody();
        OutputStream out = gzip ? new GZIPOutputStream(raw) : raw) {
      for (int i = 0; i < count / spaces.length; i++) {
        out.write(spaces);
      }
    } catch (IOException clientLeft) {
      // It has seen enough.
    }
  }

  private static void stall(HttpExchange exchange, boolean dripping) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    try {
      for (int i = 0; i < 500; i++) {
        if (dripping || i == 0) {
          out.write(' ');
          out.flush();
        }
        sleep(10);
      }
    } catch (IOException clientLeft) {
      // It has waited long enough.
    }
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
