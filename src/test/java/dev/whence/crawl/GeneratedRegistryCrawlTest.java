package dev.whence.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CatalogDatabase;
import dev.whence.catalog.EventKind;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.PackageEvent;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.crawl.pkg.CrawlMetrics;
import dev.whence.crawl.pkg.CrawlOutcome;
import dev.whence.crawl.pkg.CrawlPulse;
import dev.whence.crawl.pkg.CrawlService;
import dev.whence.demo.Edition;
import dev.whence.demo.GeneratedRegistry;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.SlsaLevel;
import dev.whence.registry.TestRegistryClient;
import dev.whence.verify.TrustKeeper;
import dev.whence.verify.trust.TrustConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each story of the generated registry, from request to catalog: what a reader must be shown. */
class GeneratedRegistryCrawlTest {

  private static final Edition EDITION =
      new Edition("crawl", 1, 60, Instant.parse("2026-11-20T12:00:00Z"));
  private static final CatalogDatabase CATALOG = new CatalogDatabase();

  @TempDir static Path folder;

  private static GeneratedRegistry registry;
  private static CrawlService crawls;

  @BeforeAll
  static void crawl() throws IOException {
    registry = GeneratedRegistry.start(EDITION, folder.resolve("store"));
    Clock clock = Clock.systemUTC();
    crawls =
        new CrawlService(
            config(CrawlConfig.class, Map.of()),
            TestRegistryClient.of(registry.url(), Map.of("requests-per-second", "10000")),
            new TrustKeeper(trust(), clock),
            CATALOG.writer,
            new CrawlMetrics(new SimpleMeterRegistry()),
            new CrawlPulse(clock),
            clock);
    registry.names().forEach(crawls::crawl);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  private static TrustConfig trust() throws IOException {
    Path root = Files.write(folder.resolve("trusted_root.json"), registry.trustedRoot());
    Path keys = Files.write(folder.resolve("keys.json"), registry.npmKeys());
    return config(
        TrustConfig.class,
        Map.of("whence.trust.trusted-root", root.toString(), "whence.trust.npm-keys", "" + keys));
  }

  private static <T> T config(Class<T> type, Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(type)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(type);
  }

  @Test
  void shouldShowEveryFormatOfOnePackage() {
    assertThat(evidence("brinekit"))
        .containsEntry("1.1.0", Evidence.NONE)
        .containsEntry("1.2.0", Evidence.VERIFIED)
        .containsEntry("3.3.0", Evidence.VERIFIED);
    assertThat(version("brinekit", "1.2.0").level()).isNull();
    assertThat(version("brinekit", "3.3.0").level()).isEqualTo(SlsaLevel.L2);
    assertThat(version("brinekit", "3.3.0").trustedPublisher()).isEqualTo("github");
    assertThat(version("brinekit", "2.0.0").trustedPublisher()).isNull();
  }

  @Test
  void shouldShowThatOneRunPublishedAllOfAMonorepo() {
    List<String> runs =
        List.of("@tidewater/core", "@tidewater/cli", "@tidewater/charts", "@tidewater/forms")
            .stream()
            .map(name -> Objects.requireNonNull(provenance(name, "5.0.1").runUrl()))
            .distinct()
            .toList();
    assertThat(runs).hasSize(1);
  }

  @Test
  void shouldSayNothingOfAPackageThatNeverHadProvenance() {
    assertThat(evidence("quietdb").values()).containsOnly(Evidence.NONE);
  }

  @Test
  void shouldKnowTheBuilders() {
    assertThat(Objects.requireNonNull(provenance("saltmarsh", "1.3.0").builder()).provider())
        .isEqualTo(CiProvider.GITLAB_CI);
    assertThat(version("ironwick", "1.2.0").level()).isEqualTo(SlsaLevel.L3);
    assertThat(evidence("copperleaf").values()).containsOnly(Evidence.VERIFIED);
    assertThat(version("copperleaf", "2.0.0").level()).isEqualTo(SlsaLevel.L2);
    assertThat(version("copperleaf", "2.1.0").level()).isNull();
    assertThat(evidence("harbourline").values()).containsOnly(Evidence.VERIFIED);
    assertThat(evidence("sedgewick")).containsEntry("1.2.0", Evidence.VERIFIED);
  }

  @Test
  void shouldKeepATrustedPublisherApartFromProvenance() {
    assertThat(version("pebble-router", "1.2.0").trustedPublisher()).isEqualTo("github");
    assertThat(version("pebble-router", "1.2.0").evidence()).isEqualTo(Evidence.NONE);
    assertThat(detail("stagecoach", "6.2.0").approver()).isEqualTo("wim-harrow");
    assertThat(evidence("hollowreed")).containsEntry("1.1.0", Evidence.PUBLISH_ONLY);
  }

  @Test
  void shouldKeepWhatWasUnpublishedWithItsEvidence() {
    assertThat(evidence("plumbline")).containsEntry("1.14.0", Evidence.VERIFIED);
    assertThat(version("plumbline", "1.14.1").removedAt()).isNotNull();
    assertThat(version("plumbline", "0.30.4").removedAt()).isNotNull();
    assertThat(version("plumbline", "1.14.0").removedAt()).isNull();
    assertThat(evidence("plumbline"))
        .containsEntry("1.14.1", Evidence.REMOVED)
        .containsEntry("0.30.4", Evidence.REMOVED);
    assertThat(detail("ghostpine").unpublishedAt()).isNotNull();
    assertThat(version("thornapple", "1.1.0").removedAt()).isNotNull();
    assertThat(detail("bittervetch").takenDown()).isTrue();
    assertThat(registry.names())
        .filteredOn(name -> detail(name.value()).takenDown())
        .containsExactly(new PackageName("bittervetch"));
    assertThat(CATALOG.stored.events(new PackageName("bittervetch")))
        .extracting(PackageEvent::kind)
        .containsExactly(EventKind.SECURITY_TAKEDOWN);
  }

  @Test
  void shouldShowWhereEvidenceIsMissingBetweenTwoReleases() {
    assertThat(evidence("reedwarbler"))
        .containsEntry("4.0.2", Evidence.VERIFIED)
        .containsEntry("4.0.3", Evidence.NONE)
        .containsEntry("4.1.0", Evidence.VERIFIED);
  }

  @Test
  void shouldTellARenamedRepositoryFromAnotherOne() {
    assertThat(repositoryId("oakum-loader", "3.0.0"))
        .isEqualTo(repositoryId("oakum-loader", "2.0.0"));
    assertThat(repositoryId("whalebone", "2.0.0")).isNotEqualTo(repositoryId("whalebone", "1.5.0"));
    assertThat(provenance("windrow", "8.2.1").ref()).isEqualTo("refs/heads/snapshot-7f3a");
  }

  @Test
  void shouldRejectWhatWasTamperedWithAndWhatLies() {
    assertThat(evidence("lanternfish")).containsEntry("1.2.0", Evidence.REJECTED);
    assertThat(evidence("lanternfish")).containsEntry("1.1.0", Evidence.VERIFIED);
    assertThat(failures("lanternfish", "1.2.0"))
        .containsExactly(CheckKind.LOG_ENTRY, CheckKind.SIGNATURE);
    assertThat(failures("falsepetal", "0.1.0")).containsExactly(CheckKind.IDENTITY);
  }

  @Test
  void shouldKeepUnreadableAndNotServedApart() {
    assertThat(evidence("mossgarden")).containsEntry("1.1.0", Evidence.UNREADABLE);
    assertThat(Objects.requireNonNull(detail("mossgarden", "1.1.0").response()).problem())
        .isNotBlank();
    assertThat(evidence("driftglass"))
        .containsEntry("3.0.1", Evidence.NOT_FOUND)
        .containsEntry("3.1.0", Evidence.NOT_FOUND)
        .containsEntry("3.2.0", Evidence.VERIFIED);
  }

  @Test
  void shouldTakeOddVersionsAndHostileTextAsTheyAre() {
    assertThat(evidence("oldmill")).containsKeys("0.1", "0.2-final!", "1.0.10");
    assertThat(version("fernquill", "1.1.0").deprecated()).contains("move to 2");
    assertThat(detail("injectionpane").description()).contains("<script>");
    assertThat(evidence("injectionpane")).containsEntry("1.1.0", Evidence.VERIFIED);
    assertThat(evidence("@gullwing/parse")).containsEntry("1.1.0", Evidence.VERIFIED);
  }

  @Test
  void shouldFindEveryRegistrySignatureRight() {
    for (PackageName name : registry.names()) {
      for (VersionSummary summary : detail(name.value()).versions()) {
        Check check = detail(name.value(), summary.version()).registrySignature();
        if (check != null) {
          assertThat(check.status())
              .as("%s@%s", name, summary.version())
              .isIn(CheckStatus.PASSED, CheckStatus.NOT_APPLICABLE);
        }
      }
    }
  }

  @Test
  void shouldWriteNothingNewTheSecondTime() {
    crawls.crawl(new PackageName("driftglass"));
    Map<String, List<String>> before = CATALOG.rows();
    assertThat(crawls.crawl(new PackageName("brinekit")))
        .isInstanceOf(CrawlOutcome.Unchanged.class);
    assertThat(CATALOG.rows()).isEqualTo(before);
  }

  private static PackageDetail detail(String name) {
    return CATALOG.packages.find(new PackageName(name)).orElseThrow();
  }

  private static VersionDetail detail(String name, String version) {
    return CATALOG.packages.find(new PackageName(name), version).orElseThrow();
  }

  private static VersionSummary version(String name, String version) {
    return detail(name, version).summary();
  }

  private static Map<String, Evidence> evidence(String name) {
    Map<String, Evidence> evidence = new TreeMap<>();
    detail(name).versions().forEach(version -> evidence.put(version.version(), version.evidence()));
    return evidence;
  }

  private static Provenance provenance(String name, String version) {
    return Objects.requireNonNull(version(name, version).provenance());
  }

  private static String repositoryId(String name, String version) {
    var source = Objects.requireNonNull(provenance(name, version).source());
    return Objects.requireNonNull(source.repositoryId());
  }

  private static List<CheckKind> failures(String name, String version) {
    return detail(name, version).verdicts().stream()
        .flatMap(recorded -> recorded.verdict().failures().stream())
        .map(Check::kind)
        .toList();
  }
}
