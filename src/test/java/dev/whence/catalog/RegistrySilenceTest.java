package dev.whence.catalog;

import static dev.whence.testing.Crawls.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.provenance.PackageName;
import dev.whence.testing.Crawls;
import dev.whence.testing.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether the registry passes anything signed on follows from what is stored, at any moment. */
class RegistrySilenceTest {

  private static final Instant LATER = FIRST.plus(Duration.ofHours(6));

  private final CatalogDatabase database = new CatalogDatabase();

  /** A package without signatures. */
  private static Crawls silent(String name) {
    return Crawls.of(name).version(new Facts("1.0.0")).version(new Facts("1.1.0"));
  }

  private void storeSilent(int packages) {
    IntStream.range(0, packages).forEach(i -> database.writer.store(silent("p" + i).build()));
  }

  private List<String> evidence() {
    return database.query("SELECT DISTINCT evidence FROM version ORDER BY evidence");
  }

  private void followAll() {
    database.silence.review(LATER);
    while (database.silence.walk()) {
      // On with it.
    }
  }

  @Test
  void shouldLeaveNoVersionBehindWhereCrawlsEndAtOnce() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        String name = "p" + i;
        threads.execute(() -> database.writer.store(silent(name).build()));
      }
    }

    assertThat(evidence()).containsExactly("UNKNOWN");
    assertThat(database.stored.silentSince()).isPresent();
  }

  @Test
  void shouldEndTheSilenceWhereCrawlsEndAtOnce() {
    storeSilent(20);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        String name = "p" + i;
        threads.execute(
            () ->
                database.writer.store(
                    Crawls.of(name).at(LATER).version("1.0.0").version("1.1.0").build()));
      }
    }

    assertThat(database.stored.silentSince()).isEmpty();
    assertThat(evidence()).containsExactly("NONE");
  }

  @Test
  void shouldNotCountThePackagesThatListNoVersion() {
    storeSilent(4);
    for (int i = 0; i < 9; i++) {
      database.writer.store(Crawls.of("gone" + i).unpublished(FIRST).build());
    }
    database.writer.store(silent("p0").at(LATER).build());

    assertThat(database.stored.silentSince()).isEmpty();
  }

  @Test
  void shouldTakeAnAdvertisedAttestationForAVoice() {
    database.writer.store(Crawls.of("a").advertised("1.0.0").build());
    storeSilent(9);
    followAll();

    assertThat(database.stored.silentSince()).isEmpty();
    assertThat(evidence()).containsExactly("NONE", "NOT_FETCHED");
  }

  @Test
  void shouldFindAnotherWitnessWhenTheFirstVanishes() {
    database.writer.store(Crawls.of("a").version("1.0.0").build());
    database.writer.store(Crawls.of("b").version("1.0.0").build());
    storeSilent(9);
    database.writer.store(Crawls.of("a").at(LATER).unpublished(LATER).build());
    followAll();

    assertThat(database.stored.silentSince()).isEmpty();

    database.writer.store(Crawls.of("b").at(LATER).unpublished(LATER).build());
    followAll();

    assertThat(database.stored.silentSince()).contains(LATER);
    // What was signed once is known to have had no attestation.
    assertThat(database.query("SELECT count(*) FROM version WHERE evidence = 'NONE'"))
        .containsExactly("2");
  }

  @Test
  void shouldMarkInStepsAndGoOnWhereItWasStopped() {
    database.writer.store(Crawls.of("a").version("1.0.0").build());
    storeSilent(450);
    database.writer.store(Crawls.of("a").at(LATER).unpublished(LATER).build());
    database.silence.review(LATER);

    assertThat(unknownPackages()).isEqualTo("200");
    assertThat(database.silence.walk()).isTrue();
    assertThat(unknownPackages()).isEqualTo("400");
    followAll();
    assertThat(unknownPackages()).isEqualTo("450");
    assertThat(database.silence.walk()).isFalse();
  }

  private String unknownPackages() {
    return database
        .query("SELECT count(DISTINCT package_id) FROM version WHERE evidence = 'UNKNOWN'")
        .getFirst();
  }

  @Test
  void shouldDecideOfACatalogThatIsOlder() throws IOException, SQLException {
    storeSilent(6);
    migrateAnew();
    assertThat(evidence()).containsExactly("NONE");
    followAll();

    assertThat(evidence()).containsExactly("UNKNOWN");
    assertThat(database.stored.silentSince()).contains(LATER);
  }

  @Test
  void shouldKnowTheVoiceOfACatalogThatIsOlder() throws IOException, SQLException {
    storeSilent(4);
    database.writer.store(Crawls.of("a").version("1.0.0").build());
    storeSilent(9);
    migrateAnew();
    followAll();

    assertThat(evidence()).containsExactly("NONE");
    assertThat(database.writer.known(new PackageName("a")).orElseThrow().silent()).isFalse();
  }

  private void migrateAnew() throws IOException, SQLException {
    String migration = Files.readString(Path.of("migrations/V20261129.5.1__registry_silence.sql"));
    try (Connection connection = database.dataSource.getConnection()) {
      connection
          .createStatement()
          .execute(
              """
              UPDATE version SET evidence = 'NONE';
              DROP TABLE registry_silence;
              ALTER TABLE package_crawl DROP COLUMN passes_on;
              """
                  + migration);
    }
  }
}
