package dev.whence.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.whence.provenance.PackageName;
import dev.whence.registry.npm.AttestationsFetch;
import dev.whence.registry.npm.PackumentFetch;
import dev.whence.registry.npm.RegistryClient;
import dev.whence.testing.ReplayRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against servers that refuse, break and ask it to wait. */
@Timeout(60)
class RegistryRetryTest {

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

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503})
  void shouldTryAgainWhatMayPass(int status) {
    leftPad.failTimes(3, exchange -> exchange.sendResponseHeaders(status, -1));
    assertThat(client.packument(LeftPad.NAME, null, null)).isInstanceOf(PackumentFetch.Found.class);
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void shouldTryAgainAfterAReset() {
    leftPad.failTimes(2, HttpExchange::close);
    assertThat(client.packument(LeftPad.NAME, null, null)).isInstanceOf(PackumentFetch.Found.class);
  }

  @Test
  void shouldTryAgainAfterATruncatedBody() {
    leftPad.failTimes(
        2,
        exchange -> {
          exchange.sendResponseHeaders(200, LeftPad.PACKUMENT.length);
          exchange.getResponseBody().write(LeftPad.PACKUMENT, 0, 10);
          exchange.getResponseBody().flush();
        });
    assertThat(client.packument(LeftPad.NAME, null, null)).isInstanceOf(PackumentFetch.Found.class);
  }

  @Test
  void shouldTryAgainAfterGarbage() {
    leftPad.failTimes(2, exchange -> LeftPad.reply(exchange, "<html>try later</html>"));
    assertThat(client.packument(LeftPad.NAME, null, null)).isInstanceOf(PackumentFetch.Found.class);
  }

  @Test
  void shouldFailAfterItsTriesWithAReason() {
    server.answer("/left-pad", 503);
    assertThat(client.packument(LeftPad.NAME, null, null))
        .isInstanceOfSatisfying(
            PackumentFetch.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo("The registry answered 503."));
    assertThat(server.requests()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 401, 403, 451})
  void shouldNotInsistWhereItIsRefused(int status) {
    server.answer("/left-pad", status);
    assertThat(client.packument(LeftPad.NAME, null, null))
        .isInstanceOfSatisfying(
            PackumentFetch.Failed.class,
            failed -> assertThat(failed.reason()).contains(Integer.toString(status)));
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
    assertThat(client.packument(LeftPad.NAME, null, null))
        .isInstanceOf(PackumentFetch.Failed.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldComeBackWhenAsked() {
    leftPad.failTimes(
        1,
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "1");
          exchange.sendResponseHeaders(429, -1);
        });
    long start = System.nanoTime();
    assertThat(client.packument(LeftPad.NAME, null, null)).isInstanceOf(PackumentFetch.Found.class);
    assertThat(System.nanoTime() - start).isGreaterThan(900_000_000L);
  }

  @Test
  void shouldStayAwayFromAHostThatAsksForALongPause() {
    leftPad.failTimes(
        1,
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "3600");
          exchange.sendResponseHeaders(503, -1);
        });
    assertThat(client.packument(LeftPad.NAME, null, null))
        .isInstanceOfSatisfying(
            PackumentFetch.Failed.class,
            failed ->
                assertThat(failed.waitAsked())
                    .isBetween(Duration.ofSeconds(3_590), Duration.ofSeconds(3_600)));
    assertThat(client.packument(new PackageName("another"), null, null))
        .isInstanceOf(PackumentFetch.Failed.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldNotRepeatARequestForWhatIsWholeButBreaksALimit() {
    server.answer(LeftPad.ATTESTATIONS, ("[".repeat(10_000) + "]".repeat(10_000)).getBytes(UTF_8));
    assertThat(client.attestations(LeftPad.NAME, "1.0.0"))
        .isInstanceOf(AttestationsFetch.Found.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldCountRequestsByStatus() {
    MeterRegistry meters = new SimpleMeterRegistry();
    client = TestRegistryClient.of(server.url(), Map.of(), meters);
    leftPad.failTimes(2, exchange -> exchange.sendResponseHeaders(500, -1));
    client.packument(LeftPad.NAME, null, null);
    assertThat(meters.counter("whence.registry.requests", "status", "500").count()).isEqualTo(2);
    assertThat(meters.counter("whence.registry.requests", "status", "200").count()).isEqualTo(1);
  }
}
