package dev.whence.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.provenance.Sha512;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated registry answers as npm's hosts do. */
class RegistryServerTest {

  private static final int COUNT = 100;
  private static final Edition EDITION =
      new Edition("server", COUNT, 14, Instant.parse("2026-11-01T00:00:00Z"));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;

  private static GeneratedRegistry registry;

  @BeforeAll
  static void start() {
    registry = GeneratedRegistry.start(EDITION, folder.resolve("store"));
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  private static HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(registry.url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(get(path).body());
  }

  @Test
  void shouldCompressForWhoeverTakesIt() throws Exception {
    HttpResponse<byte[]> plain = get("/quietdb");
    HttpResponse<byte[]> small = get("/quietdb", "Accept-Encoding", "gzip");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(small.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes())
        .isEqualTo(plain.body());
  }

  @Test
  void shouldAnswerConditionalRequests() throws Exception {
    String etag = get("/quietdb").headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again = get("/quietdb", "If-None-Match", etag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get("/quietdb", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldTakeEverySpellingOfAScopedName() throws Exception {
    for (String path : List.of("/@tidewater/core", "/@tidewater%2Fcore", "/%40tidewater%2fcore")) {
      assertThat(json(path).path("name").textValue()).isEqualTo("@tidewater/core");
    }
    assertThat(get("/-/npm/v1/attestations/@tidewater%2Fcore@5.0.1").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldKnowNothingElse() throws Exception {
    assertThat(get("/absent").statusCode()).isEqualTo(404);
    assertThat(get("/-/npm/v1/attestations/absent@1.0.0").statusCode()).isEqualTo(404);
    assertThat(get("/downloads/point/last-month/absent").statusCode()).isEqualTo(404);
    assertThat(get("/downloads/point/last-month/a%22,b").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldCountDownloadsOfOneOrMany() throws Exception {
    assertThat(json("/downloads/point/last-month/quietdb").path("downloads").longValue())
        .isPositive();
    JsonNode many = json("/downloads/point/last-month/quietdb,brinekit,absent");
    assertThat(many.path("brinekit").path("package").textValue()).isEqualTo("brinekit");
    assertThat(many.path("absent").isNull()).isTrue();
    assertThat(get("/downloads/point/last-month/quietdb,@tidewater/core").statusCode())
        .isEqualTo(400);
    assertThat(get("/downloads/point/last-month/" + "quietdb,".repeat(129)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void shouldTellOfEachPackageOncePageByPage() throws Exception {
    List<String> ids = new ArrayList<>();
    long since = 0;
    for (int page = 0; page < 4; page++) {
      JsonNode some = json("/registry/_changes?limit=40&since=" + since);
      long before = since;
      some.path("results").forEach(line -> ids.add(line.path("id").textValue()));
      since = some.path("last_seq").longValue();
      assertThat(since).isGreaterThanOrEqualTo(before);
    }
    assertThat(ids).hasSize(COUNT).doesNotHaveDuplicates();
    JsonNode state = json("/registry/");
    assertThat(state.path("update_seq").longValue()).isEqualTo(since);
    assertThat(state.path("doc_count").intValue()).isEqualTo(COUNT);
    assertThat(json("/registry/_changes?since=999999999").path("last_seq").longValue())
        .isEqualTo(since);
  }

  @Test
  void shouldPackTheDownloadsOfAllPackages() throws Exception {
    JsonNode packument = json("/download-counts");
    String latest = packument.path("dist-tags").path("latest").textValue();
    JsonNode dist = packument.path("versions").path(latest).path("dist");
    URI tarball = URI.create(dist.path("tarball").textValue());
    byte[] packed = get(tarball.getPath()).body();
    assertThat(tarball.toString()).startsWith(registry.url().toString());
    assertThat(integrity(packed)).isEqualTo(dist.path("integrity").textValue());
    JsonNode counts = JSON.readTree(entry(packed, "package/counts.json"));
    assertThat(counts).hasSize(COUNT);
    assertThat(counts.path("quietdb"))
        .isEqualTo(json("/downloads/point/last-month/quietdb").path("downloads"));
  }

  private static String integrity(byte[] bytes) throws NoSuchAlgorithmException {
    return Sha512.of(MessageDigest.getInstance("SHA-512").digest(bytes)).integrity();
  }

  private static byte[] entry(byte[] packed, String name) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
      while (!Objects.requireNonNull(tar.getNextEntry(), name).getName().equals(name)) {}
      return tar.readAllBytes();
    }
  }
}
