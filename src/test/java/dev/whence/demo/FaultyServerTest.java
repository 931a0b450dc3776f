package dev.whence.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a generated registry's answers go wrong, and that the one after three is right. */
class FaultyServerTest {

  private static final Edition EDITION =
      new Edition("faulty", 40, 14, Instant.parse("2026-11-01T00:00:00Z"));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;

  @Test
  void shouldRefuse() throws Exception {
    try (GeneratedRegistry registry = failing("429:1")) {
      HttpResponse<String> answer = get(registry, "/quietdb");
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(get(registry, "/quietdb").statusCode()).isEqualTo(429);
      assertThat(get(registry, "/quietdb").statusCode()).isEqualTo(429);
      assertThat(get(registry, "/quietdb").statusCode()).isEqualTo(200);
    }
    try (GeneratedRegistry registry = failing("503:1")) {
      HttpResponse<String> answer = get(registry, "/quietdb");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/quietdb",
        "/-/npm/v1/attestations/brinekit@3.3.0",
        "/-/npm/v1/keys",
        "/downloads/point/last-month/quietdb",
        "/registry/_changes",
        "/download-counts/-/download-counts-1.0.20758.tgz"
      })
  void shouldBreakEveryKindOfAnswer(String path) throws Exception {
    try (GeneratedRegistry registry = failing("truncate:1")) {
      for (int time = 0; time < 3; time++) {
        assertThatThrownBy(() -> get(registry, path)).isInstanceOf(IOException.class);
      }
      assertThat(get(registry, path).statusCode()).isEqualTo(200);
    }
    try (GeneratedRegistry registry = failing("reset:1")) {
      assertThatThrownBy(() -> get(registry, path)).isInstanceOf(IOException.class);
    }
    try (GeneratedRegistry registry = failing("garbage:1")) {
      HttpResponse<String> answer = get(registry, path);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).startsWith("{\"name\":").hasSizeGreaterThan(20).doesNotEndWith("}");
    }
  }

  @Test
  void shouldBeSlow() throws Exception {
    Duration delay = Duration.ofMillis(300);
    AnswerFaults slow = AnswerFaults.parse("slow:1", 1).waiting(Duration.ZERO, delay);
    try (GeneratedRegistry registry = serve(slow)) {
      long begun = System.nanoTime();
      assertThat(get(registry, "/quietdb").body()).contains("\"quietdb\"");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(delay);
    }
  }

  private static GeneratedRegistry failing(String spec) {
    return serve(AnswerFaults.parse(spec, 1));
  }

  private static GeneratedRegistry serve(AnswerFaults faults) {
    return GeneratedRegistry.start(
        EDITION, folder.resolve("store"), DemoServing.QUIETLY.failing(faults));
  }

  private static HttpResponse<String> get(GeneratedRegistry registry, String path)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(registry.url() + path)).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
  }
}
