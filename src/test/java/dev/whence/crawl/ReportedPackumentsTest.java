package dev.whence.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.PackageOrder;
import dev.whence.catalog.read.PackageSummary;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.catalog.read.VersionSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dist-tags, digests, licences and doubtful values, as public bug reports have them. */
class ReportedPackumentsTest {

  private final ReportedCrawl crawl = new ReportedCrawl();

  @AfterEach
  void close() {
    crawl.close();
  }

  @ParameterizedTest
  @CsvSource({
    "bh06-dangling,latest,9.9.9",
    "bh38-dangling,latest,2.0.0",
    "bh06-bracket-tag,[latest],1.0.0",
    "bh06-no-latest,beta,2.0.0-beta.1",
    "bh38-no-latest,next,1.0.0",
  })
  void shouldKeepTagsThatPointNowhereAndPackagesWithoutLatest(
      String name, String tag, String version) {
    crawl.phase(1, name);

    assertThat(crawl.found(name).distTags()).containsEntry(tag, version);
    assertThat(crawl.found(name).latest()).isEmpty();
    assertThat(crawl.found(name).declaredRepositoryUrl()).isNull();
    assertThat(listed(name, null)).singleElement().matches(listed -> listed.latest() == null);
    assertThat(listed(name, Evidence.VERIFIED)).isEmpty();
    assertThat(listed(name, Evidence.NONE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bh06-no-tags", "bh06-tag-null"})
  void shouldTakeAMissingOrEmptyTagForNone(String name) {
    crawl.phase(1, name);

    assertThat(crawl.found(name).distTags()).isEmpty();
    assertThat(crawl.found(name).latest()).isEmpty();
  }

  @Test
  void shouldTellWhenLatestPointsNowhereForAWhile() {
    String name = "bh37-latest-moves";
    crawl.phase(1, name);
    crawl.phase(2, name);
    assertThat(crawl.found(name).latestTag()).contains("9.9.9");
    assertThat(crawl.found(name).latest()).isEmpty();
    crawl.phase(3, name);

    assertThat(crawl.found(name).latest()).map(VersionSummary::version).contains("1.1.0");
    assertThat(crawl.events(name))
        .containsExactly("DIST_TAG_MOVED latest 1.1.0>9.9.9", "DIST_TAG_MOVED latest 9.9.9>1.1.0");
  }

  @ParameterizedTest
  @CsvSource({
    "bh16-512-to-absent,",
    "bh16-one-to-two,",
    "bh16-absent-to-512,INTEGRITY_RESTATED",
    "bh16-sha1-to-512,INTEGRITY_RESTATED",
    "bh16-real-change,INTEGRITY_CHANGED SHASUM_CHANGED",
  })
  void shouldCallItAnotherFileOnlyWhereOneAlgorithmsDigestsDiffer(
      String name, @Nullable String kinds) {
    crawl.phase(1, name);
    @Nullable String before = crawl.found(name, "1.0.0").integrity();
    crawl.phase(2, name);

    assertThat(crawl.events(name).stream().map(event -> event.split(" ", -1)[0]))
        .containsExactlyInAnyOrder(kinds == null ? new String[0] : kinds.split(" ", -1));
    assertThat(crawl.found(name, "1.0.0").integrity())
        .as("what was stated once stays")
        .isNotNull()
        .satisfies(
            now -> {
              if (name.endsWith("-to-absent")) {
                assertThat(now).isEqualTo(before);
              } else {
                assertThat(now).isNotEqualTo(before);
              }
            });
  }

  @Test
  void shouldReadEveryFormOfALicence() {
    crawl.phase(1, "bh13-license");

    assertThat(
            crawl.found("bh13-license").versions().reversed().stream()
                .map(version -> crawl.found("bh13-license", version.version()))
                .map(VersionDetail::license))
        .containsExactly(
            "MIT",
            "(MIT OR Apache-2.0)",
            "(MIT OR BSD-3-Clause)",
            "(MIT OR ISC)",
            "MIT",
            "MIT",
            "MIT",
            "SEE LICENSE IN <b>LICENSE.md</b>");
  }

  @Test
  void shouldTakeDeprecatedTrueForADeprecationAndFalseForNone() {
    String name = "bh37-dep-false";
    crawl.phase(1, name);
    crawl.phase(2, name);
    assertThat(crawl.found(name, "1.0.0").summary().deprecated()).isNull();
    crawl.phase(3, name);

    assertThat(crawl.found(name, "1.0.0").summary().deprecated()).isEqualTo("true");
    assertThat(crawl.events(name))
        .containsExactly("UNDEPRECATED 1.0.0 gone>", "DEPRECATED 1.0.0 >true");
  }

  @Test
  void shouldTellAPublishTimeThatChanges() {
    String name = "bh37-time-shift";
    crawl.phase(1, name);
    crawl.phase(2, name);
    crawl.phase(3, name);

    assertThat(crawl.events(name))
        .containsExactly(
            "PUBLISH_TIME_CHANGED 1.0.0 2026-10-02T00:00:00Z>2026-11-01T00:00:00Z",
            "PUBLISH_TIME_CHANGED 1.0.0 2026-11-01T00:00:00Z>2026-10-02T00:00:00Z");
  }

  @Test
  void shouldFollowAFileToAnotherHostWithoutAWord() {
    String name = "bh37-tarball-host";
    crawl.phase(1, name);
    crawl.phase(2, name);

    assertThat(crawl.found(name, "1.0.0").tarball()).startsWith("https://mirror.example/");
    assertThat(crawl.events(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bh20-adv-list",
        "bh20-adv-no-url",
        "bh20-adv-other-host",
        "bh20-adv-text",
        "bh20-adv-true"
      })
  void shouldAskForAttestationsThatAreAdvertisedInAnyForm(String name) {
    crawl.phase(1, name);

    assertThat(crawl.found(name, "1.0.0").summary().evidence()).isEqualTo(Evidence.VERIFIED);
    assertThat(crawl.registry.requests().stream().filter(r -> r.isForAttestations()))
        .extracting(request -> request.path())
        .as("by name and version, whatever address was advertised")
        .containsExactly("/-/npm/v1/attestations/" + name + "@1.0.0");
  }

  /** The list is the case folder's; what npm itself would not take is not there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bh15",
        "BH15",
        "Bh15",
        "_bh15",
        "-bh15",
        "bh15.",
        "bh15.js",
        "bh15!~*'()",
        "__proto__",
        "constructor",
        "versions",
        "history",
        "favicon.ico",
        "node_modules2",
        "@bh15/versions",
        "@BH15/Upper",
        "@bh15/a~b",
        "@18_bh/.adventure_game"
      })
  void shouldCrawlOldAndOddNames(String name) {
    crawl.phase(1, name);

    assertThat(crawl.found(name).crawl().status()).isEqualTo(CrawlStatus.CRAWLED);
    assertThat(crawl.found(name).name().value()).isEqualTo(name);
    assertThat(crawl.found(name, "1.0.0").summary().evidence()).isEqualTo(Evidence.VERIFIED);
  }

  private List<PackageSummary> listed(String name, @Nullable Evidence evidence) {
    ListFilter<PackageField> named = ListFilter.packages().with(PackageField.TEXT, name);
    ListFilter<PackageField> filter =
        evidence == null ? named : named.with(PackageField.EVIDENCE, evidence);
    return crawl.catalog().lists.packages(filter, PackageOrder.NAME, 0, 10).items();
  }
}
