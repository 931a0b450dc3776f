package dev.whence.catalog;

import static dev.whence.catalog.Events.ofPackage;
import static dev.whence.catalog.Events.ofVersion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.read.PackageEvent;
import dev.whence.catalog.write.PackageCrawl.AttestationFetch;
import dev.whence.provenance.PackageName;
import dev.whence.testing.Crawls;
import dev.whence.testing.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A catalog that is older than its history gets what is still to be seen of it. */
class HistoryMigrationTest {

  private static final Instant FIRST = Crawls.FIRST;

  private final CatalogDatabase database = new CatalogDatabase();

  @Test
  void shouldRecordWhatIsStillSeen() throws IOException, SQLException {
    Instant gone = FIRST.minusSeconds(60);
    store(Crawls.of("a").version("1.0.0").version("1.1.0").removed("0.1.0", FIRST));
    store(Crawls.of("a").at(Events.LATER).version("1.1.0"));
    store(Crawls.of("b").at(Events.LATER).unpublished(gone));
    store(Crawls.of("c").at(Events.LATER).version(Facts.placeholder("0.0.1-security")));
    store(Crawls.of("d").attested("1.0.0"));
    AttestationFetch missing =
        new AttestationFetch.NotServed("https://registry.example/a", Events.LATER);
    store(Crawls.of("d").at(Events.LATER).fetched("1.0.0", missing));

    migrateAnew();

    assertThat(events("a"))
        .containsExactly(ofVersion(EventKind.VERSION_REMOVED, "1.0.0", null, null));
    assertThat(events("b"))
        .containsExactly(ofPackage(EventKind.PACKAGE_UNPUBLISHED, null, Events.LATER, gone));
    assertThat(events("c"))
        .containsExactly(
            ofPackage(
                EventKind.SECURITY_TAKEDOWN, "0.0.1-security", Events.LATER, Facts.PUBLISHED));
    assertThat(events("d"))
        .containsExactly(ofVersion(EventKind.ATTESTATIONS_MISSING, "1.0.0", null, null));
  }

  private void store(Crawls crawl) {
    database.writer.store(crawl.build());
  }

  private void migrateAnew() throws IOException, SQLException {
    String migration = Files.readString(Path.of("migrations", "V20261124.8__history.sql"));
    String later = Files.readString(Path.of("migrations", "V20261129.8__one_vocabulary.sql"));
    String words = later.substring(later.indexOf("ALTER TABLE package_event"));
    try (Connection connection = database.dataSource.getConnection()) {
      connection
          .createStatement()
          .execute(
              "DROP TABLE package_event; DROP INDEX version_response_missing; "
                  + migration
                  + words);
    }
  }

  private List<PackageEvent> events(String name) {
    return database.stored.events(new PackageName(name));
  }
}
