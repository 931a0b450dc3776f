package dev.whence.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Setting;
import dev.whence.catalog.state.SettingRepository;
import dev.whence.crawl.jobs.RegistryKeys;
import dev.whence.crawl.pkg.CrawlOutcome;
import dev.whence.crawl.pkg.CrawlTally;
import dev.whence.crawl.process.InstallationFacts;
import dev.whence.provenance.PackageName;
import dev.whence.provenance.Verdict;
import dev.whence.registry.npm.KeyIdsFetch;
import dev.whence.registry.npm.RegistryClient;
import dev.whence.testing.CrawledRecording;
import dev.whence.testing.ReplayRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real registry's packages from request to catalog. */
@QuarkusTest
class RecordedRegistryCrawlTest {

  @Inject CrawledRecording recording;
  @Inject RegistryClient client;
  @Inject RegistryKeys keys;
  @Inject InstallationFacts facts;
  @Inject SettingRepository settings;
  @Inject DataSource dataSource;
  @Nullable ReplayRegistry registry;

  private Map<PackageName, CrawlOutcome> outcomes = Map.of();

  @BeforeEach
  void crawl() {
    outcomes = recording.ensure();
  }

  @Test
  void shouldCrawlEveryRecordedPackage() {
    assertThat(outcomes).hasSize(23);
    assertThat(outcomes.values()).allSatisfy(this::isStoredWhole);
  }

  @Test
  void shouldVerifyEveryRecordedAttestation() {
    assertThat(sum(tally -> tally.responses())).isEqualTo(16);
    assertThat(sum(tally -> tally.count(Verdict.Outcome.VERIFIED))).isEqualTo(27);
    assertThat(sum(CrawlTally::attestations)).isEqualTo(27);
  }

  @Test
  void shouldAskForNothingMoreAndWriteNoNewRowTheSecondTime() {
    ReplayRegistry asked = java.util.Objects.requireNonNull(registry);
    Map<String, Long> before = rows();
    asked.forgetRequests();
    assertThat(recording.again().values()).hasOnlyElementsOfType(CrawlOutcome.Unchanged.class);
    assertThat(asked.requests()).hasSize(23).noneMatch(ReplayRegistry.Request::isForAttestations);
    assertThat(asked.requests()).allMatch(request -> request.ifNoneMatch() != null);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void shouldKnowTheKeysThatTheRegistrySignsWith() {
    assertThat(client.signingKeyIds())
        .isInstanceOfSatisfying(
            KeyIdsFetch.Found.class, found -> assertThat(found.ids()).isNotEmpty());
    assertThat(keys.compare()).isEmpty();
  }

  @Test
  void shouldRecordWhatItRestsOn() {
    facts.record();
    assertThat(settings.settings())
        .containsKeys(Setting.TRUST_DIGEST, Setting.TRUST_ORIGIN, Setting.CRYPTO_PROVIDER)
        .containsEntry(
            Setting.REGISTRY_URL, java.util.Objects.requireNonNull(registry).url().toString())
        .doesNotContainKey(Setting.GENERATED);
  }

  private void isStoredWhole(CrawlOutcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CrawlOutcome.Stored.class, stored -> assertThat(stored.tally().failed()).isZero());
  }

  private int sum(java.util.function.ToIntFunction<CrawlTally> count) {
    return outcomes.values().stream()
        .map(CrawlOutcome.Stored.class::cast)
        .mapToInt(stored -> count.applyAsInt(stored.tally()))
        .sum();
  }

  /** The number of rows of each table of the catalog. */
  private Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    try (Connection connection = dataSource.getConnection();
        ResultSet tables =
            connection
                .createStatement()
                .executeQuery(
                    """
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                """)) {
      while (tables.next()) {
        String table = tables.getString(1);
        try (ResultSet count =
            connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
          count.next();
          rows.put(table, count.getLong(1));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
