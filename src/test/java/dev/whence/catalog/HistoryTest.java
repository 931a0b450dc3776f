package dev.whence.catalog;

import static dev.whence.catalog.Events.ofTag;
import static dev.whence.catalog.Events.ofVersion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.read.PackageEvent;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.provenance.PackageName;
import dev.whence.testing.Crawls;
import dev.whence.testing.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changed of versions and dist-tags, from one crawl to the next. */
class HistoryTest {

  private static final Instant FIRST = Crawls.FIRST;
  private static final Instant LATER = Events.LATER;
  private static final Instant LAST = LATER.plus(Duration.ofHours(6));
  private static final PackageName A = new PackageName("a");

  private final CatalogDatabase database = new CatalogDatabase();
  private final CrawlWriter writer = database.writer;

  @Test
  void shouldTakeWhatItSeesFirstForNoChange() {
    Crawls crawl = Crawls.of("a").attested("1.0.0").version(new Facts("1.1.0").deprecated("old"));
    writer.store(crawl.tag("next", "1.0.0").removed("0.1.0", FIRST).build());

    assertThat(events()).isEmpty();
  }

  @Test
  void shouldRecordMovedAddedAndRemovedDistTags() {
    writer.store(Crawls.of("a").version("1.0.0").tag("next", "1.0.0").tag("old", "1.0.0").build());
    Crawls later = Crawls.of("a").at(LATER).version("1.0.0").version("1.1.0");
    writer.store(later.tag("old", "1.0.0").tag("beta", "1.1.0").build());

    assertThat(events())
        .containsExactlyInAnyOrder(
            ofTag(EventKind.DIST_TAG_MOVED, "latest", "1.0.0", "1.1.0"),
            ofTag(EventKind.DIST_TAG_REMOVED, "next", "1.0.0", null),
            ofTag(EventKind.DIST_TAG_ADDED, "beta", null, "1.1.0"));
  }

  @Test
  void shouldFollowADistTagFromAVersionThatIsGone() {
    writer.store(Crawls.of("a").version("1.0.0").version("1.1.0").build());
    writer.store(Crawls.of("a").at(LATER).version("1.0.0").build());

    assertThat(events())
        .containsExactlyInAnyOrder(
            ofTag(EventKind.DIST_TAG_MOVED, "latest", "1.1.0", "1.0.0"),
            ofVersion(EventKind.VERSION_REMOVED, "1.1.0", null, null));
  }

  @Test
  void shouldRecordAVersionThatGoesAndOneThatReturns() {
    writer.store(Crawls.of("a").version("1.0.0").version("1.1.0").build());
    writer.store(Crawls.of("a").at(LATER).version("1.1.0").removed("1.0.0", FIRST).build());
    writer.store(Crawls.of("a").at(LAST).version("1.0.0").version("1.1.0").build());

    assertThat(events())
        .containsExactly(
            ofVersion(EventKind.VERSION_RESTORED, "1.0.0", null, null, LAST),
            ofVersion(EventKind.VERSION_REMOVED, "1.0.0", null, null));
  }

  @Test
  void shouldRecordAVersionThatCameAndWentBetweenTwoCrawls() {
    Crawls crawl = Crawls.of("a").version("1.0.0");
    writer.store(crawl.build());
    writer.store(crawl.at(LATER).removed("1.1.0", LATER.minusSeconds(60)).build());
    writer.store(crawl.at(LAST).build());

    assertThat(events()).containsExactly(ofVersion(EventKind.VERSION_REMOVED, "1.1.0", null, null));
  }

  @Test
  void shouldNotCompareWithFactsThatWereNeverThere() {
    writer.store(Crawls.of("a").version("1.1.0").removed("1.0.0", FIRST).build());
    writer.store(Crawls.of("a").at(LATER).version("1.0.0").version("1.1.0").build());

    assertThat(events())
        .containsExactly(ofVersion(EventKind.VERSION_RESTORED, "1.0.0", null, null));
  }

  @Test
  void shouldRecordDeprecationsAndTheirMessages() {
    writer.store(Crawls.of("a").version(new Facts("1.0.0")).build());
    writer.store(Crawls.of("a").at(LATER).version(new Facts("1.0.0").deprecated("use b")).build());
    writer.store(Crawls.of("a").at(LAST).version(new Facts("1.0.0").deprecated("use c")).build());
    Instant end = LAST.plusSeconds(60);
    writer.store(Crawls.of("a").at(end).version(new Facts("1.0.0")).build());

    assertThat(events())
        .containsExactly(
            ofVersion(EventKind.UNDEPRECATED, "1.0.0", "use c", null, end),
            ofVersion(EventKind.DEPRECATION_CHANGED, "1.0.0", "use b", "use c", LAST),
            ofVersion(EventKind.DEPRECATED, "1.0.0", null, "use b"));
  }

  @Test
  void shouldRecordAnotherPublisherOfTheSameVersion() {
    writer.store(Crawls.of("a").version(new Facts("1.0.0").publishers("ann", null, null)).build());
    Crawls later = Crawls.of("a").at(LATER);
    writer.store(later.version(new Facts("1.0.0").publishers("eve", "github", "bob")).build());

    assertThat(events())
        .containsExactlyInAnyOrder(
            ofVersion(EventKind.PUBLISHER_CHANGED, "1.0.0", "ann", "eve"),
            ofVersion(EventKind.TRUSTED_PUBLISHER_CHANGED, "1.0.0", null, "github"),
            ofVersion(EventKind.APPROVER_CHANGED, "1.0.0", null, "bob"));
  }

  @Test
  void shouldTakeAnotherPublisherOfTheNextVersionForNoEvent() {
    Crawls crawl = Crawls.of("a").version(new Facts("1.0.0").publishers("ann", null, null));
    writer.store(crawl.build());
    crawl.version(new Facts("1.1.0").publishers("eve", null, null)).tag("latest", "1.0.0");
    writer.store(crawl.at(LATER).build());

    assertThat(events()).isEmpty();
  }

  @Test
  void shouldRecordThatTheFileOfAVersionWasReplaced() {
    writer.store(
        Crawls.of("a").version(new Facts("1.0.0").digests(Facts.sha512(1), Facts.sha1(1))).build());
    Crawls later = Crawls.of("a").at(LATER);
    writer.store(later.version(new Facts("1.0.0").digests(Facts.sha512(2), Facts.sha1(2))).build());

    assertThat(events())
        .containsExactlyInAnyOrder(
            ofVersion(EventKind.INTEGRITY_CHANGED, "1.0.0", Facts.sha512(1), Facts.sha512(2)),
            ofVersion(EventKind.SHASUM_CHANGED, "1.0.0", Facts.sha1(1), Facts.sha1(2)));
  }

  @Test
  void shouldRecordThatAVersionReturnsWithAnotherFile() {
    writer.store(
        Crawls.of("a").version(new Facts("1.0.0").digests(Facts.sha512(1), Facts.sha1(1))).build());
    writer.store(Crawls.of("a").at(LATER).version("1.1.0").build());
    Crawls last = Crawls.of("a").at(LAST).version("1.1.0");
    last.version(new Facts("1.0.0").digests(Facts.sha512(2), Facts.sha1(1))).tag("latest", "1.1.0");
    writer.store(last.build());

    assertThat(events())
        .contains(
            ofVersion(EventKind.VERSION_RESTORED, "1.0.0", null, null, LAST),
            ofVersion(
                EventKind.INTEGRITY_CHANGED, "1.0.0", Facts.sha512(1), Facts.sha512(2), LAST));
  }

  @Test
  void shouldKeepManyEvents() {
    Crawls crawl = Crawls.of("a");
    for (int i = 0; i < 60; i++) {
      writer.store(crawl.at(FIRST.plusSeconds(i)).version("1." + i + ".0").build());
    }

    assertThat(events()).hasSize(59);
    assertThat(events().getLast())
        .isEqualTo(
            ofTag(EventKind.DIST_TAG_MOVED, "latest", "1.0.0", "1.1.0", FIRST.plusSeconds(1)));
  }

  private List<PackageEvent> events() {
    return database.stored.events(A);
  }
}
