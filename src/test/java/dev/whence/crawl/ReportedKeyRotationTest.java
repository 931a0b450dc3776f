package dev.whence.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.count.TrustGap;
import dev.whence.catalog.write.StaleVerdicts.Which;
import dev.whence.crawl.jobs.RegistryKeys;
import dev.whence.crawl.jobs.Reverification;
import dev.whence.crawl.jobs.SharedTrust;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.MissingTrust;
import dev.whence.provenance.PackageName;
import dev.whence.registry.TestRegistryClient;
import dev.whence.testing.ReplayRegistry;
import dev.whence.testing.Shared;
import dev.whence.verify.TrustKeeper;
import dev.whence.verify.trust.TrustConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The registry has begun to sign with a key that its own list has and our trust material has not:
 * that is ours to know, and told until we have the key.
 */
class ReportedKeyRotationTest {

  private static final String KEY = "SHA256:CAbRSDClj/9ti3bwZ/q9ME/eBMJaCsCjfIuHJa0WXYg";
  private static final PackageName NAME = new PackageName("bh15");

  private ReplayRegistry registry;
  private TestCrawl crawl;

  @BeforeEach
  void crawl() {
    registry = ReplayRegistry.ofReports();
    crawl = new TestCrawl(registry.url(), settings(Shared.folder("npm").resolve("keys.json")));
    crawl.crawl(NAME);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void shouldTellTheKeyUntilTheMaterialHasIt() {
    crawl.catalog.gaps.count(crawl.clock.instant());

    assertThat(signature().status()).isEqualTo(CheckStatus.INCONCLUSIVE);
    assertThat(crawl.catalog.stored.gaps())
        .contains(
            new TrustGap(MissingTrust.Kind.NPM_KEY, KEY, crawl.clock.instant(), versions(), null));

    TrustKeeper newer = trust(Shared.folder("reports").resolve("serve/keys.json"));
    new Reverification(crawl.catalog.stale, newer, crawl.clock)
        .run(Which.OLDER, 1, _ -> {}, () -> false);
    crawl.catalog.gaps.count(crawl.clock.instant());

    assertThat(signature().status()).isEqualTo(CheckStatus.PASSED);
    assertThat(crawl.catalog.stored.gaps()).extracting(TrustGap::id).doesNotContain(KEY);
  }

  @Test
  void shouldNoticeItByTheRegistrysOwnList() {
    assertThat(compare(Shared.folder("npm").resolve("keys.json")))
        .singleElement()
        .asString()
        .contains("checks of their signatures are inconclusive: " + KEY);
    assertThat(compare(Shared.folder("reports").resolve("serve/keys.json"))).isEmpty();
  }

  @Test
  void shouldSayThatTheListWasNotToBeHad() {
    registry.answer("/-/npm/v1/keys", 500);
    assertThat(compare(Shared.folder("npm").resolve("keys.json")))
        .containsExactly("The registry answered 500.");
  }

  private List<String> compare(Path keys) {
    TrustKeeper trust = trust(keys);
    return new RegistryKeys(
            TestRegistryClient.of(registry.url()),
            trust,
            new SharedTrust(trust, crawl.catalog.trust))
        .compare().stream().toList();
  }

  private Check signature() {
    return Objects.requireNonNull(
        crawl.catalog.packages.find(NAME, "1.0.0").orElseThrow().registrySignature());
  }

  private long versions() {
    return crawl.catalog.packages.find(NAME).orElseThrow().versions().size();
  }

  private TrustKeeper trust(Path keys) {
    return new TrustKeeper(
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(TrustConfig.class)
            .withDefaultValue("whence.trust.offline", "true")
            .withDefaultValues(settings(keys))
            .build()
            .getConfigMapping(TrustConfig.class),
        crawl.clock);
  }

  private static Map<String, String> settings(Path keys) {
    Path root = Shared.folder("reports").resolve("serve/trusted_root.json");
    return Map.of(
        "whence.trust.trusted-root",
        root.toAbsolutePath().toString(),
        "whence.trust.npm-keys",
        keys.toAbsolutePath().toString());
  }
}
