package dev.whence.catalog;

import static dev.whence.testing.Facts.placeholder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.catalog.read.PackageEvent;
import dev.whence.catalog.write.CrawlStore;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import dev.whence.provenance.PackageName;
import dev.whence.testing.Crawls;
import dev.whence.testing.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Crawls that are repeated, late or killed leave one history. */
class HistoryRepeatedTest {

  private static final Instant FIRST = Crawls.FIRST;
  private static final Instant LATER = Events.LATER;
  private static final Instant LAST = LATER.plus(Duration.ofHours(6));
  private static final PackageName A = new PackageName("a");

  private final CatalogDatabase database = new CatalogDatabase();
  private final CrawlWriter writer = database.writer;

  @Test
  void shouldAppendNothingWhenTheSameCrawlIsStoredAgain() {
    everything(FIRST, LATER);
    Map<String, List<String>> before = database.rows();
    assertThat(database.query("SELECT DISTINCT kind FROM package_event")).hasSizeGreaterThan(8);

    writer.store(changed().at(LATER).build());
    writer.store(changed().at(LAST).build());

    assertThat(database.rows()).isEqualTo(before);
  }

  @Test
  void shouldAppendNothingForACrawlThatIsLate() {
    everything(FIRST, LAST);
    List<PackageEvent> before = events();

    writer.store(original().at(LATER).version("3.0.0").build());

    assertThat(events()).isEqualTo(before);
  }

  @Test
  void shouldKeepWhatIsMissingMissingWhenALateCrawlHadIt() {
    writer.store(Crawls.of("a").attested("1.0.0").build());
    AttestationFetch gone = new AttestationFetch.NotServed("https://registry.example/a", LATER);
    writer.store(Crawls.of("a").at(LATER).fetched("1.0.0", gone).build());
    String missing = "SELECT response_missing_since FROM version";
    List<String> since = database.query(missing);
    List<PackageEvent> before = events();

    writer.store(Crawls.of("a").attested("1.0.0").build());
    writer.store(Crawls.of("a").at(LAST).fetched("1.0.0", gone).build());

    assertThat(database.query(missing)).isEqualTo(since).containsExactly("2026-03-01 16:00:00+00");
    assertThat(events()).isEqualTo(before);
  }

  @Test
  void shouldAppendOnceWhenACrawlIsKilledAndDoneAgain() {
    writer.store(original().build());

    assertThatThrownBy(() -> database.sql.change(this::killed)).hasMessage("killed");
    assertThat(events()).isEmpty();

    writer.store(changed().at(LATER).build());
    assertThat(events()).isNotEmpty().doesNotHaveDuplicates();
  }

  private void killed(Connection connection) throws SQLException {
    new CrawlStore(connection).store(List.of(changed().at(LATER).build()));
    throw new IllegalStateException("killed");
  }

  private void everything(Instant first, Instant then) {
    writer.store(original().at(first).build());
    writer.store(changed().at(then).build());
  }

  private static Crawls original() {
    Crawls crawl = Crawls.of("a").attested("1.0.0").version("1.1.0");
    return crawl
        .version(new Facts("1.2.0").digests(Facts.sha512(1), Facts.sha1(1)))
        .tag("next", "1.1.0");
  }

  private static Crawls changed() {
    Crawls crawl = Crawls.of("a").version("1.0.0").removed("1.1.0", FIRST);
    crawl.version(
        new Facts("1.2.0")
            .digests(Facts.sha512(2), Facts.sha1(2))
            .publishers("eve", "gitlab", "bob"));
    return crawl
        .version(new Facts("2.0.0").deprecated("no"))
        .version(placeholder("0.0.1-security"));
  }

  private List<PackageEvent> events() {
    return database.stored.events(A);
  }
}
