package dev.whence.registry.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The gate to one host. It limits requests at once and requests per second, and tries each again
 * with exponential backoff and jitter. When the server asks for a pause, no request passes until
 * the pause ends.
 */
public final class HttpGate {

  /** Reads an answer; after an {@link IOException} the request is tried again. */
  @FunctionalInterface
  public interface AnswerReader<T> {
    T read(Answer answer) throws IOException;
  }

  /** An answer whose body, inflated, is read once. */
  public record Answer(int status, @Nullable String etag, InputStream body) {}

  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

  /** If a server asks for more, the crawl does not wait: the package is crawled later. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  /** Real ones are below 100 characters; longer ones are not sent back. */
  private static final int LONGEST_ETAG = 256;

  private final HttpClient client;
  private final RegistryConfig config;
  private final Clock clock;
  private final MeterRegistry meters;
  private final RequestPlaces places;
  private final Bucket rate;
  private final RetryPolicy<Object> retries;
  private final Runnable onRefusal;
  private final AtomicReference<Instant> pausedUntil = new AtomicReference<>(Instant.EPOCH);

  /**
   * Opens one.
   *
   * @param onRefusal is called when the server has asked for a pause
   */
  HttpGate(RegistryConfig config, Clock clock, MeterRegistry meters, Runnable onRefusal) {
    this.config = config;
    this.clock = clock;
    this.meters = meters;
    this.onRefusal = onRefusal;
    this.places = new RequestPlaces(config.concurrency());
    this.rate = Bucket.builder().addLimit(evenly(config, 1)).build();
    this.retries =
        RetryPolicy.builder()
            .handleIf(failure -> failure instanceof RetryLaterException e && isSoon(e))
            .withMaxAttempts(config.tries())
            .withBackoff(config.backoff(), LONGEST_BACKOFF)
            .withJitter(0.25)
            .build();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** No burst after a quiet time: it would begin twice as many requests in one second. */
  private static Bandwidth evenly(RegistryConfig config, int processes) {
    return Bandwidth.builder()
        .capacity(1)
        .refillGreedy(config.requestsPerSecond(), Duration.ofSeconds(1).multipliedBy(processes))
        .build();
  }

  /** The number of processes that ask together, with this one. */
  void share(int processes) {
    places.resize(Math.max(1, config.concurrency() / processes));
    rate.replaceConfiguration(
        BucketConfiguration.builder().addLimit(evenly(config, processes)).build(),
        TokensInheritanceStrategy.RESET);
  }

  /** Until when no request passes; in the past if all may. */
  Instant pausedUntil() {
    return pausedUntil.get();
  }

  /** No request passes until then, or until a later time that was asked before. */
  void pauseUntil(Instant time) {
    pausedUntil.accumulateAndGet(time, (a, b) -> a.isAfter(b) ? a : b);
  }

  /**
   * Asks and reads.
   *
   * @throws RetryLaterException when every try failed, or the thread was interrupted
   */
  public <T> T get(URI uri, Map<String, String> headers, AnswerReader<T> reader) {
    try {
      return Failsafe.with(retries).get(() -> once(uri, headers, reader));
    } catch (FailsafeException e) {
      Thread.currentThread().interrupt();
      throw RetryLaterException.broken("was not waited for, since this process ends", e);
    }
  }

  private static boolean isSoon(RetryLaterException failure) {
    return failure.waitAsked().compareTo(LONGEST_PAUSE) <= 0;
  }

  private <T> T once(URI uri, Map<String, String> headers, AnswerReader<T> reader)
      throws InterruptedException {
    places.acquire();
    try {
      awaitTurn();
      HttpResponse<InputStream> response = client.send(request(uri, headers), this::heed);
      count(Integer.toString(response.statusCode()));
      return read(response, reader);
    } catch (IOException e) {
      count("broken");
      throw RetryLaterException.broken("did not answer: " + words(e), e);
    } finally {
      places.release();
    }
  }

  private <T> T read(HttpResponse<InputStream> response, AnswerReader<T> reader)
      throws IOException {
    try (InputStream body = response.body();
        BodyDeadline deadline = new BodyDeadline(body, config.timeout())) {
      refuseUnlessAnswered(response);
      try {
        return reader.read(answer(response, body));
      } catch (IOException e) {
        throw deadline.hasPassed()
            ? new IOException("the body took longer than " + config.timeout().toSeconds() + " s", e)
            : e;
      }
    }
  }

  /**
   * A turn during a pause is lost. Otherwise all requests with a turn would begin at once after the
   * pause.
   */
  private void awaitTurn() throws InterruptedException {
    do {
      awaitPause();
      rate.asBlocking().consume(1);
    } while (pause().isPositive());
  }

  private Duration pause() {
    return Duration.between(clock.instant(), pausedUntil.get());
  }

  private void awaitPause() throws InterruptedException {
    Duration pause = pause();
    if (pause.compareTo(LONGEST_PAUSE) > 0) {
      throw RetryLaterException.refused("asked us to stay away", pause);
    }
    if (pause.isPositive()) {
      Thread.sleep(pause);
    }
  }

  private HttpRequest request(URI uri, Map<String, String> headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri)
            .timeout(config.timeout())
            .header("User-Agent", userAgent())
            .header("Accept-Encoding", "gzip");
    headers.forEach(builder::header);
    return builder.GET().build();
  }

  private String userAgent() {
    @Nullable String version = HttpGate.class.getPackage().getImplementationVersion();
    return "whence/"
        + (version == null ? "dev" : version)
        + config.contact().map(contact -> " (" + contact + ")").orElse("");
  }

  private static Answer answer(HttpResponse<InputStream> response, InputStream body)
      throws IOException {
    boolean inflate =
        response.statusCode() == 200
            && response.headers().firstValue("content-encoding").filter("gzip"::equals).isPresent();
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("etag").filter(HttpGate::isUsable).orElse(null),
        inflate ? new GZIPInputStream(body, 16_384) : body);
  }

  /** It is sent in a header, so it must be valid there. */
  private static boolean isUsable(String etag) {
    return etag.length() <= LONGEST_ETAG && etag.chars().allMatch(c -> c > 0x20 && c < 0x7f);
  }

  /** A request for a pause counts at once, even if its answer is read later. */
  private HttpResponse.BodySubscriber<InputStream> heed(HttpResponse.ResponseInfo info) {
    Instant now = clock.instant();
    Duration wait = waitAsked(info.statusCode(), info.headers(), now);
    if (wait.isPositive()) {
      pauseUntil(now.plus(wait));
      onRefusal.run();
    }
    return HttpResponse.BodySubscribers.ofInputStream();
  }

  private static Duration waitAsked(int status, HttpHeaders headers, Instant now) {
    return isRefused(status)
        ? headers
            .firstValue("retry-after")
            .map(value -> RetryAfter.parse(value, now))
            .orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  private static boolean isRefused(int status) {
    return status == 429 || status == 408 || status >= 500;
  }

  private void refuseUnlessAnswered(HttpResponse<InputStream> response) {
    int status = response.statusCode();
    if (isRefused(status)) {
      throw RetryLaterException.refused(
          "answered " + status, waitAsked(status, response.headers(), clock.instant()));
    }
  }

  private void count(String status) {
    meters.counter("whence.registry.requests", "status", status).increment();
  }

  /** Some of the client's exceptions have no message. */
  private static String words(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
