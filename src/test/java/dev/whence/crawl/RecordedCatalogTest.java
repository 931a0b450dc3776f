package dev.whence.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.AttestationRow;
import dev.whence.catalog.read.PackageDetail;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.crawl.pkg.CrawlOutcome;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Verdict;
import dev.whence.testing.CrawledRecording;
import dev.whence.testing.IndexedFields;
import dev.whence.testing.Recording;
import dev.whence.testing.ReplayRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the catalog says after the recorded registry was crawled, field by field. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedCatalogTest {

  private ReplayRegistry registry;
  private TestCrawl crawl;

  @BeforeAll
  void crawlAll() {
    Recording.root();
    registry = ReplayRegistry.start();
    crawl = new TestCrawl(registry);
    CrawledRecording.names().forEach(crawl::crawl);
  }

  @AfterAll
  void stop() {
    if (registry != null) {
      registry.close();
    }
  }

  @Test
  void shouldHoldEveryAttestationAsIndexed() {
    Map<String, AttestationRow> rows = new TreeMap<>();
    crawl.catalog.datasets.attestations(
        row -> rows.put(row.packageName() + "@" + row.version() + "#" + row.ordinal(), row));
    List<Map<String, String>> index = Recording.index("registry");
    assertThat(rows).hasSameSizeAs(index);
    for (Map<String, String> indexed : index) {
      String key =
          "%s@%s#%s"
              .formatted(
                  IndexedFields.text(indexed, "package"),
                  IndexedFields.text(indexed, "version"),
                  IndexedFields.text(indexed, "att"));
      AttestationRow row = Objects.requireNonNull(rows.get(key), key);
      assertThat(row.latest().verdict().outcome()).as(key).isEqualTo(Verdict.Outcome.VERIFIED);
      assertThat(IndexedFields.fields(Objects.requireNonNull(row.attestation())))
          .as(key)
          .isEqualTo(IndexedFields.indexed(indexed));
    }
  }

  @Test
  void shouldKeepTheResponsesByteForByte() {
    for (Map<String, String> row : Recording.index("registry")) {
      String name = IndexedFields.text(row, "package");
      String version = IndexedFields.text(row, "version");
      assertThat(Objects.requireNonNull(detail(name, version).response()).body())
          .isEqualTo(Recording.bytes(IndexedFields.text(row, "file")));
    }
  }

  @Test
  void shouldSayThatTheOtherAdvertisedAttestationsAreNotServed() {
    List<VersionSummary> versions = detail("nuxt").versions();
    assertThat(versions.stream().filter(v -> v.evidence() == Evidence.VERIFIED))
        .extracting(VersionSummary::version)
        .containsExactly("4.1.2");
    assertThat(versions.stream().filter(v -> v.evidence() == Evidence.NOT_FOUND)).hasSize(41);
    assertThat(versions.stream().filter(v -> v.evidence() == Evidence.NONE))
        .hasSize(versions.size() - 42 - (int) removed(versions));
  }

  private static long removed(List<VersionSummary> versions) {
    return versions.stream()
        .filter(v -> v.removedAt() != null && v.evidence() != Evidence.NONE)
        .count();
  }

  @Test
  void shouldVerifyEveryRegistrySignature() {
    long signed =
        CrawledRecording.names().stream()
            .mapToLong(
                name -> {
                  long count = 0;
                  for (var version : Recording.packument(name.value()).path("versions")) {
                    count += version.path("dist").path("signatures").isEmpty() ? 0 : 1;
                  }
                  return count;
                })
            .sum();
    assertThat(signed).isGreaterThan(500);
    assertThat(crawl.catalog.overview.overview(0).registrySignaturesVerified()).isEqualTo(signed);
    assertThat(crawl.catalog.overview.overview(0).registrySignaturesFailed()).isZero();
  }

  @Test
  void shouldChangeNoRowTheSecondTime() {
    Map<String, List<String>> before = crawl.catalog.rows();
    registry.forgetRequests();
    for (PackageName name : CrawledRecording.names()) {
      assertThat(crawl.crawl(name)).isInstanceOf(CrawlOutcome.Unchanged.class);
    }
    assertThat(registry.requests()).noneMatch(ReplayRegistry.Request::isForAttestations);
    assertThat(crawl.catalog.rows()).isEqualTo(before);
  }

  private PackageDetail detail(String name) {
    return crawl.catalog.packages.find(new PackageName(name)).orElseThrow();
  }

  private VersionDetail detail(String name, String version) {
    return crawl.catalog.packages.find(new PackageName(name), version).orElseThrow();
  }
}
