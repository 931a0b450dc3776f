package dev.whence.crawl.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CatalogDatabase;
import dev.whence.catalog.count.TrustGap;
import dev.whence.provenance.MissingTrust;
import dev.whence.testing.Crawls;
import dev.whence.testing.RecordedTufRepository;
import dev.whence.testing.Recording;
import dev.whence.testing.SetClock;
import dev.whence.verify.TrustKeeper;
import dev.whence.verify.trust.TrustConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What checks lack is told, and trust material is asked for because of it, not too often. */
class TrustGapsTest {

  private static final MissingTrust KEY = MissingTrust.of(MissingTrust.Kind.NPM_KEY, "SHA256:new");
  private static final MissingTrust OTHER =
      MissingTrust.of(MissingTrust.Kind.TRANSPARENCY_LOG, "ab".repeat(32));

  @TempDir Path folder;

  private final SetClock clock = new SetClock(RecordedTufRepository.CURRENT.instant());
  private final CatalogDatabase catalog = new CatalogDatabase();
  private final RecordedTufRepository tuf = new RecordedTufRepository();

  @AfterEach
  void stop() {
    tuf.close();
  }

  @Test
  void shouldTellWhatIsLackingAndHowManyVersionsNeedIt() {
    TrustGaps gaps = gaps(Map.of());
    Instant first = clock.instant();
    catalog.writer.store(
        Crawls.of("a").lacking("1.0.0", KEY).lacking("2.0.0", KEY).version("3.0.0").build());
    gaps.look();
    clock.advance(Duration.ofMinutes(1));
    catalog.writer.store(Crawls.of("b").lacking("1.0.0", KEY).lacking("2.0.0", OTHER).build());
    gaps.look();

    assertThat(catalog.stored.gaps())
        .containsExactly(
            new TrustGap(MissingTrust.Kind.NPM_KEY, "SHA256:new", first, 3, first),
            new TrustGap(
                MissingTrust.Kind.TRANSPARENCY_LOG, "ab".repeat(32), clock.instant(), 1, null));
  }

  @Test
  void shouldEndWhenNoNewestVerdictLacksIt() {
    TrustGaps gaps = gaps(Map.of());
    catalog.writer.store(Crawls.of("a").lacking("1.0.0", KEY).build());
    gaps.look();
    assertThat(catalog.stored.gaps()).hasSize(1);

    catalog.writer.store(Crawls.of("a").at(Crawls.FIRST.plusSeconds(60)).version("1.0.0").build());
    gaps.look();
    assertThat(catalog.stored.gaps()).isEmpty();
  }

  @Test
  void shouldAskOnceForWhatIsNewAndNotTooOften() {
    TrustGaps gaps = gaps(Map.of());
    gaps.look();
    assertThat(tuf.requests()).isEmpty();

    catalog.writer.store(Crawls.of("a").lacking("1.0.0", KEY).build());
    assertThat(gaps.look()).isEmpty();
    int once = tuf.requests().size();
    assertThat(once).isPositive();

    clock.advance(Duration.ofHours(1));
    gaps.look();
    assertThat(tuf.requests()).hasSize(once);

    catalog.writer.store(Crawls.of("b").lacking("1.0.0", OTHER).build());
    gaps.look();
    int twice = tuf.requests().size();
    assertThat(twice).isGreaterThan(once);

    clock.advance(Duration.ofMinutes(9));
    catalog.writer.store(
        Crawls.of("c")
            .lacking("1.0.0", MissingTrust.of(MissingTrust.Kind.NPM_KEY, "another"))
            .build());
    gaps.look();
    assertThat(tuf.requests()).hasSize(twice);

    clock.advance(Duration.ofMinutes(2));
    gaps.look();
    assertThat(tuf.requests()).hasSizeGreaterThan(twice);
  }

  @Test
  void shouldAskAgainWhereItFailed() {
    TrustGaps gaps = gaps(Map.of());
    catalog.writer.store(Crawls.of("a").lacking("1.0.0", KEY).build());
    tuf.put("timestamp.json", "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(gaps.look()).isPresent();
    int once = tuf.requests().size();

    clock.advance(Duration.ofMinutes(5));
    gaps.look();
    assertThat(tuf.requests()).hasSize(once);

    clock.advance(Duration.ofMinutes(6));
    tuf.put("timestamp.json", Recording.bytes("trust/tuf/metadata/timestamp.json"));
    assertThat(gaps.look()).isEmpty();
    assertThat(tuf.requests()).hasSizeGreaterThan(once);
  }

  /** Another process of the same cluster, which has not asked itself. */
  @Test
  void shouldAskOnceACluster() {
    catalog.writer.store(Crawls.of("a").lacking("1.0.0", KEY).build());
    gaps(Map.of()).look();
    int once = tuf.requests().size();
    gaps(Map.of()).look();
    assertThat(tuf.requests()).hasSize(once);
  }

  @Test
  void shouldAskNobodyForWhatIsOnOurOwnListsOrOffline() {
    catalog.writer.store(
        Crawls.of("a")
            .lacking("1.0.0", MissingTrust.of(MissingTrust.Kind.ISSUER, "https://ci"))
            .build());
    gaps(Map.of()).look();
    catalog.writer.store(Crawls.of("b").lacking("1.0.0", KEY).build());
    gaps(Map.of("whence.trust.offline", "true")).look();

    assertThat(tuf.requests()).isEmpty();
    assertThat(catalog.stored.gaps()).hasSize(2).extracting(TrustGap::askedAt).containsOnlyNulls();
  }

  @Test
  void shouldStayShortWhateverPublishersInvent() {
    Crawls crawl = Crawls.of("a");
    for (int i = 0; i < 150; i++) {
      crawl.lacking("1.0." + i, MissingTrust.of(MissingTrust.Kind.NPM_KEY, i + "x".repeat(1_000)));
    }
    catalog.writer.store(crawl.lacking("2.0.0", KEY).lacking("2.0.1", KEY).build());
    gaps(Map.of()).look();

    List<TrustGap> gaps = catalog.stored.gaps();
    assertThat(gaps).hasSize(100).allMatch(gap -> gap.id().length() <= 300);
    assertThat(gaps.getFirst().id()).isEqualTo("SHA256:new");
  }

  private TrustGaps gaps(Map<String, String> settings) {
    TrustConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(TrustConfig.class)
            .withDefaultValue("whence.trust.cache", folder.toString())
            .withDefaultValue("whence.trust.tuf-url", tuf.url().toString())
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(TrustConfig.class);
    TrustKeeper trust = new TrustKeeper(config, clock);
    return new TrustGaps(catalog.gaps, trust, new SharedTrust(trust, catalog.trust), clock);
  }
}
