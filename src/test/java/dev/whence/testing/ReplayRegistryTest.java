package dev.whence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The replay answers as the real registry does. */
class ReplayRegistryTest {

  private ReplayRegistry registry;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() {
    Recording.root();
    registry = ReplayRegistry.start();
  }

  @AfterEach
  void stop() {
    if (registry != null) {
      registry.close();
    }
  }

  @Test
  void shouldServeThePackumentUnderBothFormsOfAScopedName() throws Exception {
    assertThat(get("/@nuxt%2fkit").statusCode()).isEqualTo(200);
    assertThat(get("/@nuxt%2Fkit").body()).isEqualTo(get("/@nuxt/kit").body());
    assertThat(registry.packages()).hasSize(23).contains("@nuxt/kit");
  }

  @Test
  void shouldPutItsOwnAddressInPlaceOfTheRegistrys() throws Exception {
    assertThat(get("/nuxt").body()).contains(registry.url().toString()).doesNotContain("{{");
  }

  @Test
  void shouldServeAttestationsKeysAndDownloads() throws Exception {
    assertThat(get("/-/npm/v1/attestations/@sigstore%2Fverify@4.1.2").body()).contains("bundle");
    assertThat(get("/-/npm/v1/keys").body()).contains("SHA256:");
    assertThat(get("/downloads/point/last-month/vue").body()).contains("\"downloads\":38457198");
  }

  @Test
  void shouldAnswerWhatItDoesNotHaveWith404() throws Exception {
    HttpResponse<String> answer = get("/no-such-package");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Not found\"}");
  }

  @Test
  void shouldHonourAConditionalRequest() throws Exception {
    String etag = get("/vue").headers().firstValue("etag").orElseThrow();
    HttpRequest again = HttpRequest.newBuilder(uri("/vue")).header("If-None-Match", etag).build();
    assertThat(client.send(again, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(304);
    assertThat(registry.requests()).extracting(ReplayRegistry.Request::ifNoneMatch).contains(etag);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create(registry.url() + path);
  }
}
