package dev.whence.catalog.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CatalogDatabase;
import dev.whence.catalog.CrawlFailure;
import dev.whence.catalog.CrawlRecord;
import dev.whence.catalog.CrawlStatus;
import dev.whence.catalog.Evidence;
import dev.whence.catalog.NextCrawl;
import dev.whence.catalog.RefreshTier;
import dev.whence.catalog.Setting;
import dev.whence.catalog.sql.Compressed;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.AttestationWithVerdict;
import dev.whence.testing.Attestations;
import dev.whence.testing.Crawls;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrawlWriterTest {

  private static final Instant FIRST = Crawls.FIRST;
  private static final Instant LATER = FIRST.plus(Duration.ofHours(6));
  private static final String URL = "https://registry.example/attestations";

  private final CatalogDatabase database = new CatalogDatabase();
  private final CrawlWriter writer = database.writer;

  @Test
  void shouldKnowNothingOfAnUnknownPackage() {
    assertThat(writer.known(new PackageName("nobody"))).isEmpty();
  }

  @Test
  void shouldAddNamesOnce() {
    List<PackageName> names = List.of(new PackageName("b"), new PackageName("@s/a"));

    assertThat(writer.addPackages(names, FIRST)).isEqualTo(2);
    assertThat(writer.addPackages(names, LATER)).isZero();
    assertThat(known("b").crawl().status()).isEqualTo(CrawlStatus.PENDING);
    assertThat(writer.due(FIRST.minusSeconds(1), 10)).isEmpty();
    assertThat(writer.due(FIRST, 10)).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void shouldRememberWhatTheNextCrawlNeeds() {
    PackageCrawl crawl = Crawls.of("a").version("0.9.0").attested("1.0.0").build();

    writer.store(crawl);

    KnownPackage known = known("a");
    assertThat(known.crawl())
        .isEqualTo(
            new CrawlRecord(
                CrawlStatus.CRAWLED,
                null,
                0,
                FIRST,
                FIRST,
                crawl.next().at(),
                RefreshTier.WARM,
                null,
                0));
    assertThat(known.etag()).isEqualTo(crawl.etag());
    assertThat(known.bodySha256()).isEqualTo(crawl.bodySha256());
    assertThat(known.versions()).containsOnlyKeys("0.9.0", "1.0.0");
    assertThat(evidence("a")).isEqualTo(Map.of("0.9.0", Evidence.NONE, "1.0.0", Evidence.VERIFIED));
  }

  @Test
  void shouldChangeNothingWhenTheSameCrawlIsStoredAgain() {
    Crawls crawl = Crawls.of("a").version("0.9.0").attested("1.0.0");
    crawl.fetched("1.1.0", new AttestationFetch.NotServed(URL, FIRST));
    crawl.fetched("1.2.0", unreadable("<html>"));
    crawl.removed("0.1.0", FIRST.minus(Duration.ofDays(100)));
    writer.store(crawl.build());
    Map<String, List<String>> before = database.rows();

    writer.store(crawl.build());
    writer.store(crawl.at(LATER).build());
    writer.storeUnchanged(new PackageName("a"), LATER.plusSeconds(1), next(LATER.plusSeconds(2)));

    assertThat(database.rows()).isEqualTo(before);
    assertThat(known("a").crawl().lastSuccessAt()).isEqualTo(LATER.plusSeconds(1));
  }

  @Test
  void shouldKeepTheBytesOfEveryResponse() {
    byte[] body = "first \u0000 bytes".getBytes(StandardCharsets.UTF_8);
    writer.store(
        Crawls.of("a")
            .fetched("1.0.0", new AttestationFetch.Unreadable(URL, FIRST, body, "not JSON"))
            .build());

    writer.store(Crawls.of("a").at(LATER).attested("1.0.0").build());

    assertThat(evidence("a")).containsEntry("1.0.0", Evidence.VERIFIED);
    List<String> bodies =
        database.query("SELECT encode(body, 'hex') FROM attestation_response ORDER BY id");
    assertThat(bodies).hasSize(2);
    assertThat(Compressed.expand(java.util.HexFormat.of().parseHex(bodies.getFirst())))
        .isEqualTo(body);
  }

  @Test
  void shouldDeriveEvidenceFromTheFetch() {
    PackageName name = new PackageName("a");
    Crawls crawl = Crawls.of("a").version("1.0.0").advertised("1.0.1");
    crawl.fetched("1.0.2", new AttestationFetch.NotServed(URL, FIRST));
    crawl.fetched("1.0.3", unreadable("x"));
    crawl.tried("1.0.4", Attestations.tried(FIRST));
    crawl.fetched("1.0.5", served(List.of(Attestations.publish(name, "1.0.5"))));
    crawl.fetched("1.0.6", served(List.of(Attestations.unreadable())));
    crawl.outcome(Verdict.Outcome.REJECTED).attested("1.0.7");
    crawl.outcome(Verdict.Outcome.INCONCLUSIVE).attested("1.0.8");

    writer.store(crawl.build());

    assertThat(evidence("a"))
        .isEqualTo(
            Map.of(
                "1.0.0", Evidence.NONE,
                "1.0.1", Evidence.NOT_FETCHED,
                "1.0.2", Evidence.NOT_FOUND,
                "1.0.3", Evidence.UNREADABLE,
                "1.0.4", Evidence.FAILING,
                "1.0.5", Evidence.PUBLISH_ONLY,
                "1.0.6", Evidence.UNREADABLE,
                "1.0.7", Evidence.REJECTED,
                "1.0.8", Evidence.INCONCLUSIVE));
    assertThat(known("a").crawl().error()).isNull();
    assertThat(known("a").crawl().outstanding()).isEqualTo(1);
  }

  @Test
  void shouldChangeNothingWhenAFailedAttestationIsStoredAgain() {
    Crawls crawl = Crawls.of("a").attested("1.0.0").tried("1.1.0", Attestations.tried(FIRST));
    writer.store(crawl.build());
    Map<String, List<String>> before = database.rows();

    writer.store(crawl.build());
    writer.storeUnchanged(new PackageName("a"), LATER, next(LATER.plusSeconds(2)));

    assertThat(database.rows()).isEqualTo(before);
    assertThat(known("a").crawl().outstanding()).isEqualTo(1);
    assertThat(known("a").versions().get("1.1.0"))
        .extracting(KnownPackage.KnownVersion::attempt)
        .isEqualTo(Attestations.tried(FIRST));
  }

  @Test
  void shouldEndTheTriesOfVersionsThatTheNextCrawlDoesNotLeave() {
    Crawls crawl = Crawls.of("a").attested("1.0.0");
    for (String version : List.of("1.1.0", "1.2.0", "1.3.0")) {
      crawl.tried(version, Attestations.tried(FIRST));
    }
    writer.store(crawl.build());

    writer.store(
        Crawls.of("a")
            .at(LATER)
            .attested("1.0.0")
            .attested("1.1.0")
            .version("1.2.0")
            .tried("1.3.0", Attestations.tried(LATER))
            .build());

    assertThat(evidence("a"))
        .containsEntry("1.1.0", Evidence.VERIFIED)
        .containsEntry("1.2.0", Evidence.FAILING)
        .containsEntry("1.3.0", Evidence.FAILING);
    assertThat(
            database.query("SELECT last_at = next_at - interval '2 minutes' FROM attestation_try"))
        .containsExactly("t");
    assertThat(known("a").crawl().outstanding()).isEqualTo(1);
  }

  @Test
  void shouldKeepWhatIsStoredOfAVersionWhoseAttestationsFail() {
    writer.store(Crawls.of("a").attested("1.0.0").build());

    writer.store(Crawls.of("a").at(LATER).tried("1.0.0", Attestations.tried(LATER)).build());

    assertThat(evidence("a")).containsEntry("1.0.0", Evidence.VERIFIED);
    assertThat(database.overview.crawl(0, 5).failures().total()).isEqualTo(1);
  }

  @Test
  void shouldNotTakeTheTriesOfALateCrawl() {
    writer.store(Crawls.of("a").at(LATER).attested("1.0.0").build());

    writer.store(Crawls.of("a").tried("1.0.0", Attestations.tried(FIRST)).build());

    assertThat(database.query("SELECT version_id FROM attestation_try")).isEmpty();
    assertThat(known("a").crawl().outstanding()).isZero();
  }

  @Test
  void shouldTakeNoStatementMoreWhereNothingFails() {
    writer.store(Crawls.of("before").attested("1.0.0").build());
    PackageCrawl fine = Crawls.of("a").attested("1.0.0").build();
    PackageCrawl failing =
        Crawls.of("b").attested("1.0.0").tried("1.1.0", Attestations.tried(FIRST)).build();

    int withoutFailures = statementsOf(() -> writer.store(fine));
    int withFailures = statementsOf(() -> writer.store(failing));

    assertThat(withFailures).isEqualTo(withoutFailures + 1);
    assertThat(statementsOf(() -> known("a")) + 1).isEqualTo(statementsOf(() -> known("b")));
  }

  private int statementsOf(Runnable work) {
    int before = database.statements.count();
    work.run();
    return database.statements.count() - before;
  }

  @Test
  void shouldKeepEvidenceWhenAResponseIsNoLongerServed() {
    writer.store(Crawls.of("a").attested("1.0.0").attested("1.1.0").build());

    Crawls later = Crawls.of("a").at(LATER).version("1.1.0");
    later.fetched("1.0.0", new AttestationFetch.NotServed(URL, LATER));
    writer.store(later.build());
    writer.store(later.at(LATER.plusSeconds(9)).build());

    assertThat(evidence("a"))
        .isEqualTo(Map.of("1.0.0", Evidence.VERIFIED, "1.1.0", Evidence.VERIFIED));
    assertThat(database.query("SELECT response_missing_since FROM version WHERE version = '1.0.0'"))
        .as("asked for, and answered with 404")
        .containsExactly("2026-03-01 16:00:00+00");
    assertThat(database.query("SELECT not_advertised_since FROM version WHERE version = '1.1.0'"))
        .as("not asked for, since no longer advertised")
        .containsExactly("2026-03-01 16:00:00+00");
  }

  @Test
  void shouldKeepEverythingWhenACrawlFails() {
    writer.store(Crawls.of("a").attested("1.0.0").build());
    Map<String, List<String>> before = database.rows();

    for (int i = 1; i <= 2; i++) {
      writer.storeFailure(
          Crawls.failure("a", CrawlStatus.FAILED, "timed out", LATER.plusSeconds(i), LATER));
    }

    assertThat(database.rows()).isEqualTo(before);
    assertThat(known("a").crawl())
        .isEqualTo(
            new CrawlRecord(
                CrawlStatus.FAILED,
                "timed out",
                2,
                LATER.plusSeconds(2),
                FIRST,
                LATER,
                RefreshTier.WARM,
                null,
                0));
  }

  @Test
  void shouldRecordAFailureOfANameNeverHeardOf() {
    writer.storeFailure(Crawls.failure("a", CrawlStatus.NOT_FOUND, "not there", FIRST, LATER));

    assertThat(known("a").crawl().status()).isEqualTo(CrawlStatus.NOT_FOUND);
  }

  @Test
  void shouldMarkWhatVanishesAndTakeItBackWhenItReturns() {
    writer.store(Crawls.of("a").version("1.0.0").version("1.1.0").build());
    writer.store(Crawls.of("a").at(LATER).version("1.1.0").build());

    assertThat(known("a").versions()).containsOnlyKeys("1.1.0");
    assertThat(database.query("SELECT removed_at FROM version WHERE version = '1.0.0'"))
        .containsExactly("2026-03-01 16:00:00+00");

    writer.store(Crawls.of("a").at(LATER.plusSeconds(1)).version("1.0.0").version("1.1.0").build());

    assertThat(known("a").versions()).containsOnlyKeys("1.0.0", "1.1.0");
  }

  @Test
  void shouldKeepAnUnpublishedPackage() {
    writer.store(Crawls.of("a").attested("1.0.0").build());
    writer.store(Crawls.of("a").at(LATER).unpublished(LATER).build());

    assertThat(known("a").crawl().status()).isEqualTo(CrawlStatus.UNPUBLISHED);
    assertThat(known("a").versions()).isEmpty();
    assertThat(database.query("SELECT evidence FROM version WHERE removed_at IS NOT NULL"))
        .containsExactly("VERIFIED");

    writer.storeUnchanged(new PackageName("a"), LATER.plusSeconds(1), next(LATER));
    assertThat(known("a").crawl().status()).isEqualTo(CrawlStatus.UNPUBLISHED);
  }

  @Test
  void shouldLetLaterFactsWin() {
    writer.store(Crawls.of("a").at(LATER).description("new").version("2.0.0").build());
    writer.store(
        Crawls.of("a").at(FIRST).description("old").attested("1.0.0").attested("2.0.0").build());

    assertThat(database.query("SELECT description FROM package")).containsExactly("new");
    assertThat(known("a").crawl().lastSuccessAt()).isEqualTo(LATER);
    assertThat(known("a").versions()).containsOnlyKeys("2.0.0");
    // What was served then is kept, as is the version that was gone by the later crawl.
    assertThat(database.query("SELECT version || evidence FROM version ORDER BY 1"))
        .containsExactly("1.0.0VERIFIED", "2.0.0VERIFIED");
  }

  @Test
  void shouldKeepTheDescriptionOfAPackageThatStillHasNoLatestVersion() {
    Crawls crawl = Crawls.of("a").version("1.0.0").tag("latest", "9.9.9");
    writer.store(crawl.build());

    writer.store(crawl.at(LATER).description(null).build());

    assertThat(database.query("SELECT description FROM package")).containsExactly("A package");
  }

  @Test
  void shouldAppendVerdictsOnlyWhenSomethingChanged() {
    String verdicts = "SELECT outcome FROM verification ORDER BY id";
    Crawls crawl = Crawls.of("a").attested("1.0.0");
    writer.store(crawl.build());
    assertThat(database.query(verdicts)).hasSize(2);

    writer.store(crawl.at(LATER).trust("bb".repeat(32)).build());
    assertThat(database.query(verdicts)).hasSize(4);

    Instant third = LATER.plusSeconds(60);
    writer.store(crawl.at(third).outcome(Verdict.Outcome.REJECTED).attested("1.0.0").build());
    assertThat(database.query(verdicts)).hasSize(5).last().isEqualTo("REJECTED");
    assertThat(evidence("a")).containsEntry("1.0.0", Evidence.REJECTED);

    writer.store(crawl.at(LATER).outcome(Verdict.Outcome.VERIFIED).attested("1.0.0").build());
    assertThat(database.query(verdicts)).hasSize(5);
    assertThat(evidence("a")).containsEntry("1.0.0", Evidence.REJECTED);
  }

  @Test
  void shouldKeepSettings() {
    writer.storeSetting(Setting.REGISTRY_URL, "https://a.example", FIRST);
    writer.storeSetting(Setting.REGISTRY_URL, "https://b.example", LATER);
    writer.storeSetting(Setting.TRUST_PROBLEM, "offline", FIRST);
    writer.storeSetting(Setting.TRUST_PROBLEM, null, LATER);

    assertThat(database.query("SELECT name || ' ' || value FROM setting"))
        .containsExactly("REGISTRY_URL https://b.example");
  }

  @Test
  void shouldKeepTheNewestDownloads() {
    writer.addPackages(List.of(new PackageName("a")), FIRST);
    database.storeDownloads(new PackageName("a"), 7, LATER);
    database.storeDownloads(new PackageName("a"), 5, FIRST);

    assertThat(database.query("SELECT downloads_last_month FROM package")).containsExactly("7");
  }

  @Test
  void shouldParkWhatKeepsFailingUntilItSucceeds() {
    writer.store(Crawls.of("a").build());
    PackageName name = new PackageName("a");
    for (int i = 1; i <= 3; i++) {
      writer.storeFailure(
          new CrawlFailure(
              name, CrawlStatus.FAILED, "timed out", LATER.plusSeconds(i), LATER, i > 1));
    }
    assertThat(known("a").crawl().parkedAt()).isEqualTo(LATER.plusSeconds(2));

    writer.storeUnchanged(name, LATER.plusSeconds(4), next(LATER));
    assertThat(known("a").crawl().parkedAt()).isNull();
  }

  private static NextCrawl next(Instant at) {
    return new NextCrawl(at, RefreshTier.COOL);
  }

  private static AttestationFetch served(List<AttestationWithVerdict> items) {
    return new AttestationFetch.Served(URL, FIRST, new byte[] {1}, items);
  }

  private static AttestationFetch unreadable(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new AttestationFetch.Unreadable(URL, FIRST, bytes, "not JSON");
  }

  private KnownPackage known(String name) {
    return writer.known(new PackageName(name)).orElseThrow();
  }

  private Map<String, Evidence> evidence(String name) {
    Map<String, Evidence> evidence = new java.util.TreeMap<>();
    known(name).versions().forEach((version, known) -> evidence.put(version, known.evidence()));
    return evidence;
  }
}
