package dev.whence.registry.npm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.PackageName;
import dev.whence.registry.TestRegistryClient;
import dev.whence.testing.ReplayRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadsApiTest {

  private static final String PATH = "/downloads/point/last-month/";
  private static final PackageName A = new PackageName("a");
  private static final PackageName B = new PackageName("b");
  private static final PackageName SCOPED = new PackageName("@s/c");

  private ReplayRegistry server;
  private DownloadsApi api;

  @BeforeEach
  void start() {
    server = ReplayRegistry.start();
    api = TestRegistryClient.downloads(server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldAskForManyAtOnceAndForScopedOnesAlone() {
    List<PackageName> many =
        IntStream.range(0, 300)
            .mapToObj(i -> new PackageName(i % 100 == 7 ? "@s/p" + i : "p" + i))
            .toList();
    List<List<PackageName>> requests = DownloadsApi.requests(many);
    assertThat(requests.stream().map(List::size)).containsExactlyInAnyOrder(1, 1, 1, 128, 128, 41);
    assertThat(requests.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(many);
    assertThat(requests)
        .allSatisfy(
            request ->
                assertThat(
                        request.size() == 1 || request.stream().allMatch(n -> n.scope().isEmpty()))
                    .isTrue());
  }

  @Test
  void shouldReadOneAndMany() {
    server.answer(PATH + "a", "{\"downloads\":12345678901}".getBytes(UTF_8));
    server.answer(PATH + "@s/c", "{\"downloads\":3}".getBytes(UTF_8));
    server.answer(
        PATH + "a,b", "{\"a\":{\"downloads\":5,\"package\":\"a\"},\"b\":null}".getBytes(UTF_8));
    assertThat(found(A)).containsExactly(new Downloads(A, 12_345_678_901L));
    assertThat(found(SCOPED)).containsExactly(new Downloads(SCOPED, 3));
    assertThat(found(A, B)).containsExactly(new Downloads(A, 5));
    assertThat(found(B)).isEmpty();
  }

  @Test
  void shouldAskOneByOneWhereManyAreRefused() {
    server.answer(PATH + "a", "{\"downloads\":1}".getBytes(UTF_8));
    server.answer(PATH + "b", "{\"downloads\":2}".getBytes(UTF_8));
    assertThat(found(A, B)).containsExactly(new Downloads(A, 1), new Downloads(B, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"downloads\":\"1\"}", "{\"downloads\":-1}", "{\"downloads\":1.5e300}", "[]"})
  void shouldTakeNoNonsense(String odd) {
    server.answer(PATH + "a", odd.getBytes(UTF_8));
    assertThat(found(A)).isEmpty();
  }

  @Test
  void shouldSayWhenItCannotKnow() {
    server.answer(PATH + "a", 503);
    assertThat(api.lastMonth(List.of(A))).isInstanceOf(DownloadsFetch.Failed.class);
    server.answer(PATH + "a", "{\"downloads\":".getBytes(UTF_8));
    assertThat(api.lastMonth(List.of(A))).isInstanceOf(DownloadsFetch.Failed.class);
  }

  private List<Downloads> found(PackageName... names) {
    DownloadsFetch fetch = api.lastMonth(List.of(names));
    assertThat(fetch).isInstanceOf(DownloadsFetch.Found.class);
    return ((DownloadsFetch.Found) fetch).downloads();
  }
}
