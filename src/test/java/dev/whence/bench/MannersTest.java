package dev.whence.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The trials' measures must see what they are there to see. */
class MannersTest {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static Request request(double begin, double end, String status, String agent) {
    return new Request(
        Math.round(begin * Request.SECOND), Math.round(end * Request.SECOND), "/p", status, agent);
  }

  private static Request request(double begin, double end) {
    return request(begin, end, "200", "a");
  }

  @Test
  void shouldReadALine() {
    Request request =
        Request.parse(
            "2026-11-28T12:00:00.000001Z 2026-11-28T12:00:01.000003Z 127.0.0.1:40312 GET"
                + " /@a%2fb 429 \"whence/1 (x \\u0022 y)\"");
    assertThat(request.end() - request.begin()).isEqualTo(1_000_002);
    assertThat(request.path()).isEqualTo("/@a%2fb");
    assertThat(request.isRefused()).isTrue();
    assertThat(request.agent()).isEqualTo("whence/1 (x \\u0022 y)");
    assertThatThrownBy(() -> Request.parse("GET /")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldTellPackumentsFromAllElse() {
    assertThat(List.of("/quietdb", "/@tidewater%2fcore"))
        .allMatch(path -> new Request(0, 0, path, "200", "").isPackument());
    assertThat(
            List.of(
                "/-/npm/v1/keys",
                "/-/npm/v1/attestations/a@1.0.0",
                "/downloads/point/last-month/a",
                "/_changes?since=0",
                "/download-counts"))
        .noneMatch(path -> new Request(0, 0, path, "200", "").isPackument());
  }

  @Test
  void shouldCountWhatWasUnderWayAtOnce() {
    assertThat(new Manners(List.of(request(0, 1), request(1, 2), request(2, 3))).mostUnderWay())
        .isEqualTo(1);
    assertThat(
            new Manners(List.of(request(0, 9), request(3, 4), request(3.5, 5), request(4.5, 6)))
                .mostUnderWay())
        .isEqualTo(3);
  }

  @Test
  void shouldCountWhatBeganWithinSeconds() {
    List<Request> steady =
        IntStream.range(0, 100).mapToObj(i -> request(i * 0.1, i * 0.1 + 0.01)).toList();
    assertThat(new Manners(steady).mostWithin(1)).isEqualTo(10);
    assertThat(new Manners(steady).mostWithin(3)).isEqualTo(30);
    List<Request> burst =
        IntStream.range(0, 100).mapToObj(i -> request(i / 20 * 2 + 0.5, i)).toList();
    assertThat(new Manners(burst).mostWithin(1)).isEqualTo(20);
  }

  @Test
  void shouldFindWhoAskedDuringAPause() {
    Manners manners =
        new Manners(
            List.of(
                request(0, 1, "429", "a"),
                request(0.5, 2, "200", "b"),
                request(1.02, 2, "200", "a"),
                request(3.5, 4, "200", "b"),
                request(6, 7, "200", "a")));
    assertThat(manners.lateAfterRefusals(PAUSE, true)).containsExactly(20.0);
    assertThat(manners.lateAfterRefusals(PAUSE, false)).containsExactly(2_500.0);
    assertThat(manners.agents()).containsExactly("a", "b");
  }
}
