package dev.whence.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CatalogDatabase;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.count.AdoptionQueries.AdoptionDay;
import dev.whence.catalog.count.AdoptionQueries.FirstProvenance;
import dev.whence.catalog.count.AdoptionQueries.FirstVersion;
import dev.whence.catalog.count.AdoptionQueries.Undated;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import dev.whence.provenance.CiProvider;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.Verdict;
import dev.whence.testing.Attestations;
import dev.whence.testing.Crawls;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewQueriesTest {

  private static final String URL = "https://registry.example/attestations";
  private static final LocalDate DAY = LocalDate.parse("2026-01-30");

  private final CatalogDatabase database = new CatalogDatabase();
  private final CrawlWriter writer = database.writer;

  private void crawlSome() {
    Crawls crawl = Crawls.of("a").attested("1.0.0").version("1.1.0");
    crawl.fetched("1.2.0", new AttestationFetch.NotServed(URL, Crawls.FIRST));
    crawl.fetched("1.3.0", unreadable());
    crawl.fetched(
        "1.4.0",
        new AttestationFetch.Served(
            URL, Crawls.FIRST, new byte[] {1}, List.of(Attestations.unreadable())));
    writer.store(crawl.build());
    writer.store(Crawls.of("b").outcome(Verdict.Outcome.REJECTED).attested("1.0.0").build());
    writer.store(Crawls.of("c").outcome(Verdict.Outcome.INCONCLUSIVE).attested("1.0.0").build());
    writer.addPackages(List.of(new PackageName("d")), Crawls.FIRST);
  }

  private static AttestationFetch unreadable() {
    return new AttestationFetch.Unreadable(URL, Crawls.FIRST, new byte[] {2}, "not JSON");
  }

  @Test
  void shouldCountAnEmptyCatalog() {
    Overview overview = database.overview.overview(10);

    assertThat(overview.packages()).isZero();
    assertThat(overview.lastCrawlAt()).isNull();
    assertThat(overview.arrivals()).isEmpty();
  }

  @Test
  void shouldCountEveryStateByItself() {
    crawlSome();

    Overview overview = database.overview.overview(2);

    assertThat(overview)
        .usingRecursiveComparison()
        .ignoringFields("arrivals")
        .isEqualTo(
            new Overview(
                4, 3, 3, 1, 7, 3, 1, 1, 7, 3, 1, 1, 1, 1, 1, 7, 0, Crawls.FIRST, List.of()));
    assertThat(overview.arrivals()).hasSize(2);
  }

  @Test
  void shouldTellHowTheCrawlStands() {
    crawlSome();
    for (int i = 0; i < 3; i++) {
      writer.storeFailure(
          Crawls.failure(
              "x" + i,
              i == 1 ? CrawlStatus.UNREADABLE : CrawlStatus.FAILED,
              "timed out",
              Crawls.FIRST.plusSeconds(i),
              Crawls.FIRST.plusSeconds(60)));
    }

    CrawlOverview crawl = database.overview.crawl(0, 2);

    assertThat(crawl.packagesByStatus())
        .containsEntry(CrawlStatus.CRAWLED, 3L)
        .containsEntry(CrawlStatus.PENDING, 1L)
        .containsEntry(CrawlStatus.FAILED, 2L)
        .containsEntry(CrawlStatus.UNREADABLE, 1L)
        .containsEntry(CrawlStatus.UNPUBLISHED, 0L);
    assertThat(crawl.versionsByEvidence())
        .containsEntry(Evidence.VERIFIED, 1L)
        .containsEntry(Evidence.NOT_FOUND, 1L)
        .containsEntry(Evidence.UNREADABLE, 2L)
        .containsEntry(Evidence.PUBLISH_ONLY, 0L);
    assertThat(crawl.failures().total()).isEqualTo(3);
    assertThat(crawl.failures().items())
        .extracting(CrawlOverview.Failure::name)
        .containsExactly("x2", "x1");
  }

  @Test
  void shouldListVersionsThatCouldNotBeFetchedAmongTheFailures() {
    for (int i = 0; i < 3; i++) {
      Instant at = Crawls.FIRST.plusSeconds(10L * i);
      writer.storeFailure(
          Crawls.failure("x" + i, CrawlStatus.FAILED, "timed out", at, at.plusSeconds(60)));
      writer.store(
          Crawls.of("y" + i)
              .at(at.plusSeconds(5))
              .tried("1.0.0", Attestations.tried(at.plusSeconds(5)))
              .build());
    }

    CrawlOverview crawl = database.overview.crawl(1, 4);

    assertThat(crawl.failures().total()).isEqualTo(6);
    assertThat(crawl.failures().items())
        .extracting(CrawlOverview.Failure::name)
        .containsExactly("x2", "y1", "x1", "y0");
    CrawlOverview.Failure failure = crawl.failures().items().getLast();
    assertThat(failure.part())
        .isEqualTo(
            new CrawlOverview.FailedPart("1.0.0", Attestations.tried(Crawls.FIRST.plusSeconds(5))));
    assertThat(crawl.versionsByEvidence()).containsEntry(Evidence.FAILING, 3L);
  }

  @Test
  void shouldCountVersionsByDayAndKind() {
    crawlSome();

    assertThat(database.adoption.days())
        .contains(
            new AdoptionDay(DAY, Evidence.VERIFIED, CiProvider.GITHUB_ACTIONS, SlsaLevel.L2, 1, 1),
            new AdoptionDay(DAY, Evidence.REJECTED, CiProvider.GITHUB_ACTIONS, null, 1, 1),
            new AdoptionDay(DAY, Evidence.UNREADABLE, null, null, 2, 1))
        .isSortedAccordingTo(java.util.Comparator.comparing(AdoptionDay::evidence));
  }

  @Test
  void shouldCountEachPackageOnceByItsFirstVerifiedProvenance() {
    crawlSome();
    writer.store(Crawls.of("e").attested("1.0.0").attested("1.1.0").build());

    assertThat(database.adoption.packagesByFirstProvenance())
        .containsExactly(new FirstProvenance(DAY, CiProvider.GITHUB_ACTIONS, 2));
  }

  @Test
  void shouldCountWhatNoDayHas() throws SQLException {
    writer.store(Crawls.of("e").attested("1.0.0").attested("1.1.0").build());
    writer.store(
        Crawls.of("f").attested("1.0.0").version("1.1.0").removed("0.1.0", Crawls.FIRST).build());
    try (Connection connection = database.dataSource.getConnection()) {
      connection
          .createStatement()
          .execute(
              "UPDATE version SET published_at = NULL WHERE package_id IN (SELECT id FROM package"
                  + " WHERE name = 'f') OR version = '1.0.0'");
    }

    assertThat(database.adoption.undated())
        .as("0.1.0 is not counted")
        .isEqualTo(new Undated(3, 2, 1));
  }

  @Test
  void shouldCountEachPackageOnceByItsFirstVersion() {
    crawlSome();
    writer.store(Crawls.of("e").attested("1.0.0").version("1.1.0").build());

    assertThat(database.adoption.packagesByFirstVersion())
        .containsExactly(new FirstVersion(DAY, 4));
  }

  @Test
  void shouldStreamAttestationsInSemverOrder() {
    writer.store(Crawls.of("b").attested("1.10.0").attested("1.9.0").build());
    writer.store(Crawls.of("a").attested("1.0.0").build());

    List<String> rows = new java.util.ArrayList<>();
    long count =
        database.datasets.attestations(
            row -> rows.add(row.packageName() + "@" + row.version() + " " + row.ordinal()));

    assertThat(count).isEqualTo(6);
    assertThat(rows)
        .containsExactly(
            "a@1.0.0 0", "a@1.0.0 1", "b@1.9.0 0", "b@1.9.0 1", "b@1.10.0 0", "b@1.10.0 1");
  }
}
