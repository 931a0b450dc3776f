package dev.whence.catalog;

import static dev.whence.catalog.Events.ofPackage;
import static dev.whence.catalog.Events.ofTag;
import static dev.whence.catalog.Events.ofVersion;
import static dev.whence.testing.Facts.placeholder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.filter.ListFilter;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.PackageOrder;
import dev.whence.catalog.read.PackageEvent;
import dev.whence.catalog.read.PackageSummary;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import dev.whence.provenance.PackageName;
import dev.whence.testing.Crawls;
import dev.whence.testing.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What begins and ends: takedowns, packages that go and attestations that do. */
class HistoryStatesTest {

  private static final Instant FIRST = Crawls.FIRST;
  private static final Instant LATER = Events.LATER;
  private static final Instant LAST = LATER.plus(Duration.ofHours(6));
  private static final PackageName A = new PackageName("a");

  private final CatalogDatabase database = new CatalogDatabase();
  private final CrawlWriter writer = database.writer;

  @Test
  void shouldRecordThatAttestationsAreNoLongerServed() {
    writer.store(Crawls.of("a").attested("1.0.0").attested("1.1.0").build());
    Crawls later = Crawls.of("a").at(LATER).fetched("1.0.0", notServed(LATER.minusSeconds(1)));
    writer.store(later.version("1.1.0").build());
    writer.store(later.at(LAST).build());

    assertThat(events(EventKind.ATTESTATIONS_MISSING))
        .containsExactly(
            ofVersion(EventKind.ATTESTATIONS_MISSING, "1.0.0", null, null, LATER.minusSeconds(1)));

    writer.store(Crawls.of("a").at(LAST).attested("1.0.0").advertised("1.1.0").build());

    assertThat(events(EventKind.ATTESTATIONS_SERVED_AGAIN))
        .containsExactly(ofVersion(EventKind.ATTESTATIONS_SERVED_AGAIN, "1.0.0", null, null, LAST));
  }

  @Test
  void shouldTellAttestationsThatAreNoLongerAdvertisedFromSuchThatAreNotServed() {
    writer.store(Crawls.of("a").attested("1.0.0").advertised("1.1.0").version("1.2.0").build());
    Crawls later = Crawls.of("a").at(LATER).version("1.0.0").version("1.1.0");
    writer.store(later.version("1.2.0").build());
    writer.store(later.at(LATER.plusSeconds(1)).build());

    assertThat(events())
        .filteredOn(event -> event.kind() != EventKind.TRUSTED_PUBLISHER_CHANGED)
        .containsExactlyInAnyOrder(
            ofVersion(EventKind.ATTESTATIONS_NOT_ADVERTISED, "1.0.0", null, null),
            ofVersion(EventKind.ATTESTATIONS_NOT_ADVERTISED, "1.1.0", null, null));
    assertThat(database.query("SELECT evidence FROM version ORDER BY version"))
        .containsExactly("VERIFIED", "NOT_FETCHED", "NONE");
    assertThat(database.query("SELECT count(response_missing_since) FROM version"))
        .containsExactly("0");

    Crawls last = Crawls.of("a").at(LAST).advertised("1.0.0").version("1.1.0");
    writer.store(last.version("1.2.0").build());

    assertThat(events(EventKind.ATTESTATIONS_ADVERTISED_AGAIN))
        .containsExactly(
            ofVersion(EventKind.ATTESTATIONS_ADVERTISED_AGAIN, "1.0.0", null, null, LAST));
  }

  @Test
  void shouldRecordAnUnpublishedPackageByTheRegistrysTime() {
    Instant gone = FIRST.plusSeconds(60);
    writer.store(Crawls.of("a").version("1.0.0").build());
    writer.store(Crawls.of("a").at(LATER).unpublished(gone).build());
    writer.store(Crawls.of("a").at(LATER.plusSeconds(1)).unpublished(gone).build());
    writer.store(Crawls.of("a").at(LAST).version("1.0.0").build());

    assertThat(events())
        .containsExactlyInAnyOrder(
            ofPackage(EventKind.PACKAGE_RESTORED, null, LAST, null),
            ofVersion(EventKind.VERSION_RESTORED, "1.0.0", null, null, LAST),
            ofTag(EventKind.DIST_TAG_ADDED, "latest", null, "1.0.0", LAST),
            ofPackage(EventKind.PACKAGE_UNPUBLISHED, null, LATER, gone),
            ofVersion(EventKind.VERSION_REMOVED, "1.0.0", null, null),
            ofTag(EventKind.DIST_TAG_REMOVED, "latest", "1.0.0", null));
  }

  @Test
  void shouldRecordThatAPackageWasUnpublishedBeforeItWasFirstSeen() {
    Instant gone = FIRST.minus(Duration.ofDays(90));
    Crawls crawl = Crawls.of("a").unpublished(gone).removed("1.0.0", gone);
    writer.store(crawl.build());
    writer.store(crawl.at(LATER).build());

    assertThat(events())
        .containsExactly(ofPackage(EventKind.PACKAGE_UNPUBLISHED, null, FIRST, gone));
  }

  @Test
  void shouldRecordATakedownAndItsEnd() {
    writer.store(Crawls.of("a").version("6.6.6").build());
    writer.store(Crawls.of("a").at(LATER).version(placeholder("0.0.1-security")).build());
    writer.store(
        Crawls.of("a").at(LATER.plusSeconds(1)).version(placeholder("0.0.1-security")).build());
    assertThat(database.packages.find(A).orElseThrow().takenDown()).isTrue();
    writer.store(Crawls.of("a").at(LAST).version("7.0.0").build());

    assertThat(events(EventKind.SECURITY_TAKEDOWN))
        .containsExactly(
            ofPackage(EventKind.SECURITY_TAKEDOWN, "0.0.1-security", LATER, Facts.PUBLISHED));
    assertThat(events(EventKind.TAKEDOWN_ENDED))
        .containsExactly(ofPackage(EventKind.TAKEDOWN_ENDED, null, LAST, null));
    assertThat(database.packages.find(A).orElseThrow().takenDown()).isFalse();
  }

  @Test
  void shouldRecordATakedownThatWasBeforeThePackageWasFirstSeen() {
    writer.store(Crawls.of("a").version(placeholder("0.0.1-security")).build());

    assertThat(events())
        .containsExactly(
            ofPackage(EventKind.SECURITY_TAKEDOWN, "0.0.1-security", FIRST, Facts.PUBLISHED));
    assertThat(takenDown("a")).isTrue();
  }

  @Test
  void shouldTakeNoOtherVersionForAPlaceholder() {
    writer.store(Crawls.of("a").version("0.0.1-security").build());
    writer.store(Crawls.of("b").version(placeholder("1.0.0-security")).build());
    writer.store(Crawls.of("c").version(placeholder("0.0.1-security")).version("1.0.0").build());
    String elsewhere = "https://github.com.evil.example/npm/security-holder";
    writer.store(Crawls.of("d").version(new Facts("0.0.1-security").declaring(elsewhere)).build());

    assertThat(List.of("a", "b", "c", "d")).noneMatch(this::takenDown);
    assertThat(database.query("SELECT count(*) FROM package_event")).containsExactly("0");
  }

  @Test
  void shouldRecordThatTheRegistryNoLongerKnowsAPackage() {
    writer.storeFailure(Crawls.failure("a", CrawlStatus.NOT_FOUND, "not there", FIRST, FIRST));
    assertThat(events()).isEmpty();
    writer.store(Crawls.of("a").version("1.0.0").build());
    writer.storeFailure(Crawls.failure("a", CrawlStatus.NOT_FOUND, "not there", LATER, LATER));
    writer.storeFailure(
        Crawls.failure("a", CrawlStatus.FAILED, "timed out", LATER.plusSeconds(1), LATER));
    writer.storeFailure(
        Crawls.failure("a", CrawlStatus.NOT_FOUND, "not there", LATER.plusSeconds(2), LATER));
    writer.storeUnchanged(A, LAST, new NextCrawl(LAST, RefreshTier.COOL));
    writer.storeUnchanged(A, LAST.plusSeconds(1), new NextCrawl(LAST, RefreshTier.COOL));

    assertThat(events())
        .containsExactly(
            ofPackage(EventKind.PACKAGE_FOUND_AGAIN, null, LAST, null),
            ofPackage(EventKind.PACKAGE_NOT_FOUND, null, LATER, null));
  }

  private static AttestationFetch notServed(Instant at) {
    return new AttestationFetch.NotServed("https://registry.example/attestations", at);
  }

  private boolean takenDown(String name) {
    boolean takenDown = database.packages.find(new PackageName(name)).orElseThrow().takenDown();
    ListFilter<PackageField> named = ListFilter.packages().with(PackageField.TEXT, name);
    assertThat(database.lists.packages(named, PackageOrder.MATCH, 0, 1).items())
        .extracting(PackageSummary::takenDown)
        .containsExactly(takenDown);
    return takenDown;
  }

  private List<PackageEvent> events() {
    return database.stored.events(A);
  }

  private List<PackageEvent> events(EventKind kind) {
    return events().stream().filter(event -> event.kind() == kind).toList();
  }
}
