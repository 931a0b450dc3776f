package dev.whence.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.catalog.CatalogDatabase;
import dev.whence.catalog.CrawlStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Content counts, however it came about; nothing of the schema is forgotten. */
class CatalogDigestTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final CatalogDatabase one = new CatalogDatabase();
  private final CatalogDatabase other = new CatalogDatabase();

  @Test
  void shouldBeTheSameWhateverTheOrderTheTimesAndTheFailuresBefore() {
    one.writer.store(Crawls.of("a").version("1.0.0").attested("1.1.0").build());
    one.writer.store(Crawls.of("b").attested("2.0.0").build());
    other.writer.storeFailure(
        Crawls.failure("b", CrawlStatus.FAILED, "Away.", Crawls.FIRST, Crawls.FIRST.plus(DAY)));
    other.writer.store(Crawls.of("b").at(Crawls.FIRST.plus(DAY)).attested("2.0.0").build());
    Crawls later = Crawls.of("a").at(Crawls.FIRST.plus(DAY)).version("1.0.0").attested("1.1.0");
    other.writer.store(later.build());
    other.writer.store(later.build());
    // The builder makes it from the time.
    execute(one, "UPDATE package_crawl SET etag = NULL");
    execute(other, "UPDATE package_crawl SET etag = NULL");

    assertThat(digest(other).differencesFrom(digest(one))).isEmpty();
    assertThat(digest(other).sha256()).isEqualTo(digest(one).sha256());
    assertThat(digest(one).rows().get("verification")).hasSize(4);
  }

  @Test
  void shouldShowWhatIsMissingOrDoubledOrOther() {
    one.writer.store(Crawls.of("a").attested("1.0.0").build());
    other.writer.store(Crawls.of("a").attested("1.0.0").build());
    execute(
        other,
        """
        INSERT INTO verification (attestation_id, verifier_id, verified_at, outcome, level, checks,
          checks_passed, checks_applicable)
        SELECT attestation_id, verifier_id, verified_at, outcome, level, checks, checks_passed,
          checks_applicable FROM verification LIMIT 1
        """);
    execute(other, "UPDATE version SET license = 'none'");
    execute(other, "DELETE FROM registry_signature");

    assertThat(digest(other).sha256()).isNotEqualTo(digest(one).sha256());
    assertThat(digest(other).differencesFrom(digest(one)))
        .satisfiesExactly(
            lost -> assertThat(lost).startsWith("registry_signature: 1 rows missing\n  {\"version"),
            doubled -> assertThat(doubled).startsWith("verification: 1 rows too much"),
            before -> assertThat(before).startsWith("version: 1 rows missing").contains("MIT"),
            after -> assertThat(after).startsWith("version: 1 rows too much").contains("none"));
  }

  @Test
  void shouldRefuseAColumnAndATableThatNobodyGaveAPlace() {
    execute(one, "ALTER TABLE version ADD COLUMN colour text");
    execute(other, "CREATE TABLE colours (name text)");
    assertThatThrownBy(() -> digest(one)).hasMessageContaining("version.colour");
    assertThatThrownBy(() -> digest(other)).hasMessageContaining("colours.name");
  }

  private static CatalogDigest digest(CatalogDatabase catalog) {
    return CatalogDigest.of(catalog.dataSource);
  }

  private static void execute(CatalogDatabase catalog, String sql) {
    try (Connection connection = catalog.dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
