package dev.whence.registry;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One host's door: at most so many requests at once, so many a second, each tried again with
 * exponential backoff and jitter, or when the server says ({@code Retry-After}, RFC 9110, 10.2.3).
 */
final class HttpGate {

  /** Reads an answer; what it throws as {@link IOException} is tried again. */
  @FunctionalInterface
  interface AnswerReader<T> {
    T read(Answer answer) throws IOException;
  }

  /** An answer whose body, inflated, is read once. */
  record Answer(int status, @Nullable String etag, InputStream body) {}

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /** A server that asks for more is not waited for within a crawl: the package comes later. */
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(2);

  private final HttpClient client;
  private final RegistryConfig config;
  private final Clock clock;
  private final Semaphore places;
  private final Bucket rate;

  HttpGate(RegistryConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.places = new Semaphore(config.concurrency());
    this.rate =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(config.requestsPerSecond())
                        .refillGreedy(config.requestsPerSecond(), Duration.ofSeconds(1)))
            .build();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Asks and reads.
   *
   * @throws RetryLaterException when every try failed
   */
  <T> T get(URI uri, Map<String, String> headers, AnswerReader<T> reader) {
    RetryPolicy<Object> policy =
        RetryPolicy.builder()
            .handle(RetryLaterException.class)
            .withMaxAttempts(config.tries())
            .withBackoff(config.backoff(), LONGEST_WAIT)
            .withJitter(0.25)
            .withDelayFn(context -> waitAsked(context.getLastException()))
            .build();
    try {
      return Failsafe.with(policy).get(() -> once(uri, headers, reader));
    } catch (FailsafeException e) {
      throw new RetryLaterException("interrupted while waiting for " + uri.getHost(), null);
    }
  }

  /** Negative, for the backoff to decide, where the server did not ask for a wait. */
  private static Duration waitAsked(@Nullable Throwable failure) {
    @Nullable Duration asked =
        failure instanceof RetryLaterException later ? later.waitAsked() : null;
    return asked == null ? Duration.ofNanos(-1) : asked;
  }

  private <T> T once(URI uri, Map<String, String> headers, AnswerReader<T> reader)
      throws InterruptedException {
    places.acquire();
    try {
      rate.asBlocking().consume(1);
      HttpResponse<InputStream> response =
          client.send(request(uri, headers), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        retryLater(response);
        return reader.read(answer(response, body));
      }
    } catch (IOException e) {
      throw new RetryLaterException(
          uri.getHost()
              + " did not answer properly: "
              + e.getClass().getSimpleName()
              + " "
              + e.getMessage(),
          null);
    } finally {
      places.release();
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
    boolean gzip =
        response.headers().firstValue("content-encoding").filter("gzip"::equals).isPresent();
    boolean hasBody = response.statusCode() != 304 && response.statusCode() != 204;
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("etag").orElse(null),
        gzip && hasBody ? new GZIPInputStream(body, 16_384) : body);
  }

  private void retryLater(HttpResponse<InputStream> response) {
    int status = response.statusCode();
    if (status != 429 && status != 408 && status < 500) {
      return;
    }
    @Nullable Duration wait =
        response.headers().firstValue("retry-after").map(this::retryAfter).orElse(null);
    throw new RetryLaterException(response.uri().getHost() + " answered " + status, wait);
  }

  private Duration retryAfter(String value) {
    Duration asked;
    try {
      asked =
          value.chars().allMatch(Character::isDigit)
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  clock.instant(),
                  ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException | NumberFormatException e) {
      return config.backoff();
    }
    if (asked.compareTo(LONGEST_RETRY_AFTER) > 0) {
      return LONGEST_RETRY_AFTER;
    }
    return asked.isNegative() ? Duration.ZERO : asked;
  }
}
