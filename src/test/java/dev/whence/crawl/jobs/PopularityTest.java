package dev.whence.crawl.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.crawl.TestCrawl;
import dev.whence.provenance.PackageName;
import dev.whence.testing.CountsTarball;
import dev.whence.testing.ReplayRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is learnt of downloads: from the file for all, and by asking. */
class PopularityTest {

  private static final String DOWNLOADS = "/downloads/point/last-month/";

  private ReplayRegistry registry;
  private TestCrawl crawl;

  @BeforeEach
  void start() {
    registry = ReplayRegistry.start();
    crawl = new TestCrawl(registry);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void shouldReadTheCountsOfAllPackagesOnceAVersion() {
    know("a", "b");
    CountsTarball.publish(
        registry,
        "2.1.0",
        """
        {"a":5,"__proto__":2,"@s/new":7,"b":3000000000,"node_modules":1,"bad/name/x":1,
         "text":"1","minus":-1,"huge":1e400,"long":99999999999999999999,"deep":[[1]]}
        """);
    DownloadRefresh popularity = crawl.popularity();
    popularity.readAll(true, () -> false);
    assertThat(counts()).containsExactly("@s/new=7", "__proto__=2", "a=5", "b=3000000000");
    popularity.readAll(true, () -> false);
    assertThat(asked("/download-counts")).isOne();
    crawl.clock.advance(Duration.ofHours(25));
    popularity.readAll(true, () -> false);
    assertThat(asked("/download-counts")).isEqualTo(2);
    assertThat(asked("/download-counts/-/download-counts-2.1.0.tgz")).isOne();
    CountsTarball.publish(registry, "2.2.0", "{\"a\":6}");
    crawl.clock.advance(Duration.ofHours(25));
    popularity.readAll(true, () -> false);
    assertThat(counts()).contains("a=6", "b=3000000000");
  }

  @Test
  void shouldReadThemOnlyWhereManyPackagesAreKnown() {
    CountsTarball.publish(registry, "1.0.0", "{\"p1\":5,\"stranger\":1}");
    know("p0");
    crawl.popularity().readAll(false, () -> false);
    assertThat(registry.requests()).isEmpty();
    crawl.catalog.writer.addPackages(
        IntStream.range(0, 10_000).mapToObj(i -> new PackageName("p" + i)).toList(),
        crawl.clock.instant());
    crawl.popularity().readAll(false, () -> false);
    assertThat(counts()).containsExactly("p1=5");
  }

  @Test
  void shouldStoreNothingOfAFileThatIsNotTheOneStated() {
    CountsTarball.publish(
        registry, "1.0.0", CountsTarball.of("{\"a\":1}"), "sha512-" + "A".repeat(86) + "==");
    crawl.popularity().readAll(true, () -> false);
    assertThat(counts()).isEmpty();
    assertThat(crawl.catalog.popularity.lastCounts()).isEmpty();
  }

  @Test
  void shouldReadAgainAFileThatBreaksOff() {
    CountsTarball.publish(registry, "1.0.0", "{\"a\":1,\"b\":2");
    crawl.popularity().readAll(true, () -> false);
    assertThat(crawl.catalog.popularity.lastCounts()).isEmpty();
    CountsTarball.publish(registry, "1.0.0", "{\"a\":1,\"b\":2}");
    crawl.popularity().readAll(true, () -> false);
    assertThat(counts()).containsExactly("a=1", "b=2");
    assertThat(crawl.catalog.popularity.lastCounts()).hasValue("1.0.0");
  }

  @Test
  void shouldAskForWhatTheFileLacksInOneRequest() {
    crawled("a", "b", "@s/c", "gone");
    know("never-crawled");
    registry.answer(
        DOWNLOADS + "a,b,gone",
        "{\"a\":{\"downloads\":1},\"b\":{\"downloads\":2},\"gone\":null}".getBytes(UTF_8));
    registry.answer(DOWNLOADS + "@s/c", "{\"downloads\":3}".getBytes(UTF_8));
    crawl.popularity().askDue(() -> false);
    assertThat(counts()).containsExactly("@s/c=3", "a=1", "b=2");
    int before = registry.requests().size();
    crawl.popularity().askDue(() -> false);
    assertThat(registry.requests()).hasSize(before);
    crawl.clock.advance(Duration.ofDays(8));
    crawl.popularity().askDue(() -> false);
    assertThat(registry.requests()).hasSizeGreaterThan(before + 1);
  }

  @Test
  void shouldAskAgainSoonWhereTheApiFails() {
    crawled("a");
    registry.answer(DOWNLOADS + "a", 500);
    crawl.popularity().askDue(() -> false);
    registry.answer(DOWNLOADS + "a", "{\"downloads\":1}".getBytes(UTF_8));
    crawl.popularity().askDue(() -> false);
    assertThat(counts()).containsExactly("a=1");
  }

  @Test
  void shouldReadManyInFewStatements() {
    int names = 100_000;
    String counts =
        IntStream.range(0, names)
            .mapToObj(i -> "\"p" + i + "\":" + i)
            .collect(Collectors.joining(",", "{", "}"));
    CountsTarball.publish(registry, "1.0.0", counts);
    int before = crawl.catalog.statements.count();
    crawl.popularity().readAll(true, () -> false);
    assertThat(crawl.catalog.statements.count() - before).isLessThan(10 * 5);
    assertThat(crawl.catalog.query("SELECT sum(downloads_last_month) FROM package"))
        .containsExactly(String.valueOf(names * (names - 1L) / 2));
  }

  private void know(String... names) {
    crawl.catalog.writer.addPackages(
        Arrays.stream(names).map(PackageName::new).toList(), crawl.clock.instant());
  }

  private void crawled(String... names) {
    for (String name : names) {
      PackageName known = new PackageName(name);
      registry.answer(
          "/" + known, "{\"name\":\"%s\",\"versions\":{}}".formatted(name).getBytes(UTF_8));
      crawl.crawl(name);
    }
  }

  private long asked(String path) {
    return registry.requests().stream().filter(request -> request.path().equals(path)).count();
  }

  private List<String> counts() {
    return crawl.catalog.query(
        """
        SELECT name || '=' || downloads_last_month FROM package
        WHERE downloads_last_month IS NOT NULL ORDER BY name
        """);
  }
}
