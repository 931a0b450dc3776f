package dev.whence.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionDetail;
import dev.whence.catalog.read.VersionSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a packument leaves out is no news of the package, from one crawl to the next. */
class ReportedAbsencesTest {

  private final ReportedCrawl crawl = new ReportedCrawl();

  @AfterEach
  void close() {
    crawl.close();
  }

  @ParameterizedTest
  @CsvSource({
    "bh37-versions-absent,UNREADABLE,it has no versions and was not unpublished",
    "bh37-error-json,UNREADABLE,it is an error",
    "bh37-html,UNREADABLE,not a whole JSON document"
  })
  void shouldKeepWhatIsKnownWhereTheAnswerIsNoPackument(
      String name, CrawlStatus status, String reason) {
    crawl.phase(1, name);
    crawl.phase(2, name);

    assertThat(crawl.found(name).crawl().status()).isEqualTo(status);
    assertThat(crawl.found(name).crawl().error()).contains(reason);
    assertThat(crawl.present(name)).containsExactly("1.1.0", "1.0.0");
    assertThat(crawl.found(name).latest()).map(VersionSummary::version).contains("1.1.0");

    crawl.phase(3, name);

    assertThat(crawl.found(name).crawl().status()).isEqualTo(CrawlStatus.CRAWLED);
    assertThat(crawl.events(name)).isEmpty();
  }

  @Test
  void shouldTakeNoValueFromAMirrorThatStripsFields() {
    String name = "bh37-stripped";
    crawl.phase(1, name);
    VersionDetail before = crawl.found(name, "1.0.0");
    crawl.phase(2, name);
    VersionDetail stripped = crawl.found(name, "1.0.0");

    assertThat(before.summary().evidence()).isEqualTo(Evidence.VERIFIED);
    assertThat(stripped.summary()).isEqualTo(before.summary());
    assertThat(stripped.registrySignature()).isEqualTo(before.registrySignature());
    assertThat(stripped.response()).usingRecursiveComparison().isEqualTo(before.response());
    assertThat(crawl.registry.requests())
        .filteredOn(request -> request.isForAttestations())
        .as("nobody asked, so nothing is said of serving")
        .hasSize(1);
    assertThat(crawl.events(name)).containsExactly("ATTESTATIONS_NOT_ADVERTISED 1.0.0");

    crawl.phase(3, name);

    assertThat(crawl.events(name))
        .containsExactly(
            "ATTESTATIONS_NOT_ADVERTISED 1.0.0", "ATTESTATIONS_ADVERTISED_AGAIN 1.0.0");
    assertThat(crawl.catalog().query("SELECT not_advertised_since FROM version"))
        .containsOnly("null");
  }

  @Test
  void shouldSayThatAPackageIsNotFoundAndKeepItsVersions() {
    String name = "bh37-notfound";
    crawl.phase(1, name);
    crawl.phase(2, name);

    assertThat(crawl.found(name).crawl().status()).isEqualTo(CrawlStatus.NOT_FOUND);
    assertThat(crawl.present(name)).containsExactly("1.1.0", "1.0.0");

    crawl.phase(3, name);

    assertThat(crawl.events(name)).containsExactly("PACKAGE_NOT_FOUND", "PACKAGE_FOUND_AGAIN");
  }

  @Test
  void shouldBelieveAnEmptyListOfVersions() {
    String name = "bh37-versions-empty";
    crawl.phase(1, name);
    crawl.phase(2, name);

    assertThat(crawl.found(name).crawl().status()).isEqualTo(CrawlStatus.CRAWLED);
    assertThat(crawl.found(name).versions()).hasSize(2);
    assertThat(crawl.present(name)).isEmpty();
    assertThat(crawl.found(name).latest()).isEmpty();
    assertThat(crawl.found(name).latestTag()).contains("1.1.0");

    crawl.phase(3, name);

    assertThat(crawl.present(name)).containsExactly("1.1.0", "1.0.0");
    assertThat(crawl.events(name))
        .containsExactlyInAnyOrder(
            "VERSION_REMOVED 1.0.0",
            "VERSION_REMOVED 1.1.0",
            "VERSION_RESTORED 1.0.0",
            "VERSION_RESTORED 1.1.0");
  }

  @Test
  void shouldTakeAVersionThatOnlyTheTimesNameForRemoved() {
    String name = "bh37-latest-only";
    crawl.phase(1, name);
    crawl.phase(2, name);
    assertThat(crawl.present(name)).containsExactly("1.1.0");
    crawl.phase(3, name);

    assertThat(crawl.events(name))
        .containsExactly("VERSION_REMOVED 1.0.0", "VERSION_RESTORED 1.0.0");
  }

  @Test
  void shouldFollowAPackageThatIsUnpublishedAndComesBack() {
    String name = "bh37-tombstone";
    crawl.phase(1, name);
    crawl.phase(2, name);
    assertThat(crawl.found(name).crawl().status()).isEqualTo(CrawlStatus.UNPUBLISHED);
    assertThat(crawl.found(name).versions()).as("each once").hasSize(2);
    crawl.phase(3, name);

    assertThat(crawl.present(name)).containsExactly("2.0.0");
    assertThat(crawl.events(name))
        .containsExactlyInAnyOrder(
            "DIST_TAG_REMOVED latest 1.1.0>",
            "VERSION_REMOVED 1.0.0",
            "VERSION_REMOVED 1.1.0",
            "PACKAGE_UNPUBLISHED",
            "DIST_TAG_ADDED latest >2.0.0",
            "PACKAGE_RESTORED");
  }

  @Test
  void shouldFollowATakedown() {
    String name = "bh37-takedown";
    crawl.phase(1, name);
    crawl.phase(2, name);
    assertThat(crawl.found(name).takenDown()).isTrue();
    crawl.phase(3, name);

    assertThat(crawl.found(name).takenDown()).isFalse();
    assertThat(crawl.present(name)).containsExactly("1.1.0", "1.0.0");
    assertThat(crawl.events(name))
        .contains("SECURITY_TAKEDOWN >0.0.1-security", "TAKEDOWN_ENDED")
        .contains("VERSION_REMOVED 0.0.1-security");
  }

  @Test
  void shouldCountEachVersionOfATombstoneOnce() {
    crawl.phase(1, "bh10-tombstone");

    assertThat(crawl.found("bh10-tombstone").crawl().status()).isEqualTo(CrawlStatus.UNPUBLISHED);
    assertThat(crawl.found("bh10-tombstone").versions())
        .extracting(VersionSummary::version)
        .containsExactly("0.0.1");
  }

  @Test
  void shouldTakeAPackageThatWasPublishedAgainForPublished() {
    String name = "bh10-with-versions";
    crawl.phase(1, name);

    assertThat(crawl.found(name).crawl().status()).isEqualTo(CrawlStatus.CRAWLED);
    assertThat(crawl.found(name).unpublishedAt()).isNull();
    assertThat(crawl.found(name).versions())
        .extracting(VersionSummary::version)
        .containsExactly("5.0.2", "5.0.1", "5.0.0");
    assertThat(crawl.present(name)).containsExactly("5.0.2", "5.0.1");
    assertThat(crawl.found(name, "5.0.0").summary().publishedAt()).isNull();
  }
}
