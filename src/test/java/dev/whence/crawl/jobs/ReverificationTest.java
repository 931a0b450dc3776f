package dev.whence.crawl.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CatalogDatabase;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.RecordedVerdict;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.catalog.write.StaleVerdicts.Which;
import dev.whence.crawl.CrawlConfig;
import dev.whence.crawl.pkg.CrawlMetrics;
import dev.whence.crawl.pkg.CrawlPulse;
import dev.whence.crawl.pkg.CrawlService;
import dev.whence.demo.Edition;
import dev.whence.demo.GeneratedRegistry;
import dev.whence.provenance.PackageName;
import dev.whence.registry.TestRegistryClient;
import dev.whence.verify.AttestationVerifier;
import dev.whence.verify.TrustKeeper;
import dev.whence.verify.trust.TrustConfig;
import dev.whence.verify.trust.TrustConfirmation;
import dev.whence.verify.trust.TrustException;
import dev.whence.verify.trust.TrustMaterial;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New verdicts from stored bytes, when what they rest on has changed. */
class ReverificationTest {

  private static final Instant BUILT = Instant.parse("2026-11-20T12:00:00Z");
  private static final List<String> NAMES =
      List.of("lanternfish", "driftglass", "mossgarden", "quietdb");

  @TempDir private Path folder;

  private final CatalogDatabase catalog = new CatalogDatabase();
  private final Clock clock = Clock.systemUTC();
  private GeneratedRegistry registry;
  private TrustKeeper first;

  @BeforeEach
  void crawl() throws IOException {
    registry = start("reverify");
    first = trust(registry.trustedRoot(), registry.npmKeys());
    CrawlService crawls =
        new CrawlService(
            config(CrawlConfig.class, Map.of()),
            TestRegistryClient.of(registry.url(), Map.of("requests-per-second", "10000")),
            first,
            catalog.writer,
            new CrawlMetrics(new SimpleMeterRegistry()),
            new CrawlPulse(clock),
            clock);
    NAMES.forEach(name -> crawls.crawl(new PackageName(name)));
  }

  private GeneratedRegistry start(String seed) {
    return GeneratedRegistry.start(new Edition(seed, 1, 60, BUILT), folder.resolve(seed));
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void shouldVerifyAgainWhatAnOlderVerifierJudgedAndKeepTheHistory() throws IOException {
    long attestations = count("attestation");
    long signatures = count("registry_signature");
    List<String> evidence = evidence();
    TrustKeeper renewed = renewed();

    Reverification.Result result = run(renewed, Which.OLDER);

    assertThat(attestations).isGreaterThan(8);
    assertThat(result).isEqualTo(new Reverification.Result(attestations, signatures));
    assertThat(count("verification")).isEqualTo(2 * attestations);
    assertThat(evidence()).isEqualTo(evidence);
    assertThat(history("lanternfish", "1.1.0"))
        .containsExactlyInAnyOrder(digest(renewed), digest(renewed), digest(first), digest(first));
    assertThat(run(renewed, Which.OLDER)).isEqualTo(new Reverification.Result(0, 0));
  }

  @Test
  void shouldJudgeByTheNewTrustMaterialAndBackAgain() throws IOException {
    try (GeneratedRegistry other = start("other")) {
      run(trust(other.trustedRoot(), other.npmKeys()), Which.OLDER);
    }
    assertThat(evidence("lanternfish", "1.1.0")).isNotEqualTo(Evidence.VERIFIED);

    assertThat(run(first, Which.OLDER)).isEqualTo(new Reverification.Result(0, 0));
    assertThat(run(first, Which.OTHER).attestations()).isEqualTo(count("attestation"));

    assertThat(evidence("lanternfish", "1.1.0")).isEqualTo(Evidence.VERIFIED);
    assertThat(evidence("lanternfish", "1.2.0")).isEqualTo(Evidence.REJECTED);
  }

  @Test
  void shouldLeaveWhatTheRegistryNoLongerServesMarkedAsSuch() throws IOException {
    catalog.query(
        "UPDATE version SET response_missing_since = now() WHERE response_id IS NOT NULL"
            + " RETURNING id");
    List<String> missing = catalog.query("SELECT response_missing_since FROM version ORDER BY id");

    run(renewed(), Which.OLDER);

    assertThat(catalog.query("SELECT response_missing_since FROM version ORDER BY id"))
        .isEqualTo(missing);
  }

  @Test
  void shouldStopWhenToldAndGoOnLater() throws IOException {
    TrustKeeper renewed = renewed();
    Reverification reverification = new Reverification(catalog.stale, renewed, clock);

    assertThat(reverification.run(Which.OLDER, 1, _ -> {}, () -> true))
        .isEqualTo(new Reverification.Result(0, 0));
    assertThat(reverification.waiting(Which.OLDER)).isEqualTo(count("attestation"));

    run(renewed, Which.OLDER);
    assertThat(reverification.waiting(Which.OLDER)).isZero();
  }

  @Test
  void shouldJudgeWhatIsStillLackingOnceTheMaterialIsConfirmed() throws IOException {
    try (GeneratedRegistry other = start("other")) {
      TrustKeeper lacking = trust(registry.trustedRoot(), other.npmKeys());
      run(lacking, Which.OTHER);
      assertThat(evidence("lanternfish", "1.1.0")).isEqualTo(Evidence.INCONCLUSIVE);
      assertThat(run(lacking, Which.OLDER)).isEqualTo(new Reverification.Result(0, 0));
      Instant early = BUILT.minus(Duration.ofDays(3_650));
      assertThat(run(lacking, other.npmKeys(), early)).isEqualTo(new Reverification.Result(0, 0));
      // The registry may have signed again since the publishing, until we saw its signatures.
      assertThat(run(lacking, other.npmKeys(), BUILT.plusSeconds(60)).signatures()).isZero();
      long verdicts = count("verification");
      long inconclusive = inconclusive();
      assertThat(inconclusive).isPositive();

      Instant later = clock.instant().plusSeconds(60);
      Reverification.Result judged = run(lacking, other.npmKeys(), later);

      // One that was rejected already has a check more that failed, since its response is judged.
      assertThat(judged.attestations()).isGreaterThanOrEqualTo(inconclusive);
      assertThat(judged.signatures()).isEqualTo(signaturesOf("FAILED")).isPositive();
      assertThat(evidence("lanternfish", "1.1.0")).isEqualTo(Evidence.REJECTED);
      assertThat(inconclusive()).isZero();
      assertThat(signaturesOf("INCONCLUSIVE")).isZero();
      assertThat(count("verification")).isEqualTo(verdicts + judged.attestations());
      assertThat(run(lacking, other.npmKeys(), later.plusSeconds(7_200)))
          .isEqualTo(new Reverification.Result(0, 0));
    }
    assertThat(run(first, Which.OTHER).attestations()).isEqualTo(count("attestation"));
    assertThat(evidence("lanternfish", "1.1.0")).isEqualTo(Evidence.VERIFIED);
  }

  /** With the same documents, confirmed by their source at this time. */
  private Reverification.Result run(TrustKeeper trust, byte[] npmKeys, Instant confirmedAt) {
    try {
      AttestationVerifier verifier =
          new AttestationVerifier(
              TrustMaterial.parse(
                  registry.trustedRoot(),
                  npmKeys,
                  "the same documents",
                  confirmedAt,
                  TrustConfirmation.both(confirmedAt)));
      assertThat(verifier.id()).isEqualTo(trust.verifier().id());
      return new Reverification(catalog.stale, trust, clock)
          .run(verifier, Which.OLDER, 2, _ -> {}, () -> false);
    } catch (TrustException e) {
      throw new AssertionError(e);
    }
  }

  private long inconclusive() {
    return Long.parseLong(
        catalog
            .query(
                "SELECT count(*) FROM attestation a JOIN verification w ON w.id ="
                    + " a.verification_id WHERE w.outcome = 'INCONCLUSIVE'")
            .getFirst());
  }

  private long signaturesOf(String status) {
    return Long.parseLong(
        catalog
            .query("SELECT count(*) FROM registry_signature WHERE status = '" + status + "'")
            .getFirst());
  }

  /** The same material in other bytes: its digest, and so the verifier, is another. */
  private TrustKeeper renewed() throws IOException {
    String keys = new String(registry.npmKeys(), StandardCharsets.UTF_8);
    return trust(registry.trustedRoot(), (keys + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private Reverification.Result run(TrustKeeper trust, Which which) {
    return new Reverification(catalog.stale, trust, clock).run(which, 2, _ -> {}, () -> false);
  }

  private TrustKeeper trust(byte[] trustedRoot, byte[] npmKeys) throws IOException {
    Path root = Files.write(folder.resolve("trusted_root.json"), trustedRoot);
    Path keys = Files.write(folder.resolve("keys.json"), npmKeys);
    return new TrustKeeper(
        config(
            TrustConfig.class,
            Map.of(
                "whence.trust.trusted-root", root.toString(), "whence.trust.npm-keys", "" + keys)),
        clock);
  }

  private static <T> T config(Class<T> type, Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(type)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(type);
  }

  private static String digest(TrustKeeper trust) {
    return trust.verifier().id().trustDigest();
  }

  private List<String> history(String name, String version) {
    return detail(name, version).verdicts().stream()
        .map(RecordedVerdict::verifier)
        .map(verifier -> verifier.trustDigest())
        .toList();
  }

  private Evidence evidence(String name, String version) {
    return detail(name, version).summary().evidence();
  }

  private List<String> evidence() {
    return catalog.query("SELECT version || evidence FROM version ORDER BY id");
  }

  private VersionDetail detail(String name, String version) {
    return catalog.packages.find(new PackageName(name), version).orElseThrow();
  }

  private long count(String table) {
    return Long.parseLong(catalog.query("SELECT count(*) FROM " + table).getFirst());
  }
}
