package dev.whence.catalog.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.JobName;
import dev.whence.catalog.RefreshTier;
import dev.whence.catalog.Setting;
import dev.whence.catalog.count.Freshness;
import dev.whence.catalog.count.FreshnessRepository;
import dev.whence.catalog.count.FreshnessStore;
import dev.whence.catalog.count.TrustGap;
import dev.whence.catalog.count.TrustGapRepository;
import dev.whence.catalog.count.TrustGapStore;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.provenance.MissingTrust;
import dev.whence.testing.Crawls;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SchemaValidationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What SQL wrote into the tables of the state, pages read by Panache. */
@QuarkusTest
class StateRepositoriesTest {

  private static final Instant NOW = Crawls.FIRST;
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final String FEED = "https://feed.of-state-repositories.test/";
  private static final String KEY = "SHA256:a-key-of-state-repositories";

  private static final String PROVIDER = "a provider of state repositories";

  @Inject DataSource database;
  @Inject EntityManagerFactory entities;
  @Inject CrawlWriter writer;
  @Inject SettingRepository settings;
  @Inject JobStore jobStore;
  @Inject JobRepository jobs;
  @Inject FeedStore feedStore;
  @Inject FeedRepository feeds;
  @Inject SilenceRepository silence;
  @Inject FreshnessStore freshnessStore;
  @Inject FreshnessRepository freshness;
  @Inject TrustGapStore gapStore;
  @Inject TrustGapRepository gaps;

  private void execute(String statement) {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(statement, e);
    }
  }

  @AfterEach
  void forget() {
    execute("DELETE FROM setting WHERE name = 'OF_ANOTHER_VERSION' OR value = '" + PROVIDER + "'");
    execute("DELETE FROM job WHERE name IN ('of-another-version', 'reverify', 'registry-keys')");
    execute("DELETE FROM trust_gap WHERE kind = 'OF_ANOTHER_VERSION' OR id = '" + KEY + "'");
    execute("DELETE FROM freshness WHERE counted_at = '" + NOW + "'");
    execute("DELETE FROM changes_feed WHERE url = '" + FEED + "'");
  }

  @Test
  void shouldFitTheMigratedTables() throws SchemaValidationException {
    entities.getSchemaManager().validate();
  }

  @Test
  void shouldReadSettingsThatThisVersionKnows() {
    execute("INSERT INTO setting VALUES ('OF_ANOTHER_VERSION', 'x', now())");
    writer.storeSetting(Setting.CRYPTO_PROVIDER, PROVIDER, NOW);

    assertThat(settings.settings()).containsEntry(Setting.CRYPTO_PROVIDER, PROVIDER);
  }

  @Test
  void shouldReadHowJobsStand() {
    execute("INSERT INTO job (name) VALUES ('of-another-version')");
    jobStore.add(List.of(JobName.REVERIFY, JobName.REGISTRY_KEYS), NOW);
    jobStore.succeeded(JobName.REGISTRY_KEYS, NOW, LATER);
    jobStore.failed(JobName.REGISTRY_KEYS, "Nobody answered.", LATER, null);

    assertThat(jobs.jobs())
        .contains(new JobRecord(JobName.REGISTRY_KEYS, NOW, LATER, LATER, "Nobody answered.", null))
        .contains(new JobRecord(JobName.REVERIFY, null, null, null, null, null))
        .isSortedAccordingTo((a, b) -> a.name().compareTo(b.name()));
  }

  @Test
  void shouldReadHowFarFeedsWereRead() {
    var known = new FeedStore.State(FEED, FeedStore.Scope.KNOWN, 7, NOW, null);
    var all = new FeedStore.State(FEED, FeedStore.Scope.ALL, 9_000_000_000L, NOW, LATER);
    feedStore.store(known, List.of(), List.of());
    feedStore.store(all, List.of(), List.of());

    assertThat(feeds.feeds()).containsSubsequence(all, known);
  }

  @Test
  void shouldReadSinceWhenTheRegistryIsSilent() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE TEMPORARY TABLE was AS SELECT * FROM registry_silence");
      sql.execute("UPDATE registry_silence SET witness_id = NULL, silent_since = NULL");
      assertThat(silence.since()).isEmpty();

      sql.execute("UPDATE registry_silence SET silent_since = '" + LATER + "'");
      assertThat(silence.since()).contains(LATER);

      sql.execute(
          """
          UPDATE registry_silence s
          SET witness_id = was.witness_id, silent_since = was.silent_since
          FROM was
          """);
      sql.execute("DROP TABLE was");
    }
  }

  @Test
  void shouldReadFreshnessWithGoalsOfSecondsAndOfDays() {
    Duration quick = Duration.ofSeconds(90);
    Duration slow = Duration.ofDays(45).plusSeconds(1);
    freshnessStore.count(Map.of(RefreshTier.COLD, slow, RefreshTier.HOT, quick), NOW);

    assertThat(freshness.freshness())
        .filteredOn(one -> one.countedAt().equals(NOW))
        .extracting(Freshness::goal)
        .containsExactly(quick, slow);
  }

  @Test
  void shouldReadWhatIsLacking() {
    execute("INSERT INTO trust_gap VALUES ('NPM_KEY', '" + KEY + "', '" + NOW + "', 1000000)");
    execute("INSERT INTO trust_gap VALUES ('OF_ANOTHER_VERSION', 'x', now(), 1)");
    gapStore.asked(LATER);

    assertThat(gaps.gaps())
        .startsWith(new TrustGap(MissingTrust.Kind.NPM_KEY, KEY, NOW, 1_000_000, LATER));
  }
}
