package dev.whence.catalog;

import static dev.whence.testing.Crawls.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.write.PackageCrawl;
import dev.whence.catalog.write.StaleVerdicts.Position;
import dev.whence.catalog.write.StaleVerdicts.StoredSignature;
import dev.whence.catalog.write.StaleVerdicts.Which;
import dev.whence.testing.Crawls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The result of a check is told of the signatures that were checked, and of no others. */
class OtherSignaturesTest {

  private static final String CHECKED =
      "SELECT concat_ws(' ', signatures, status, reason IS NULL, verifier_id, checked_at)"
          + " FROM registry_signature";

  private final CatalogDatabase database = new CatalogDatabase();

  @BeforeEach
  void store() {
    database.writer.store(Crawls.of("a").version("1.0.0").build());
    assertThat(database.query("SELECT status FROM registry_signature")).containsExactly("PASSED");
  }

  /** A crawl checks the signatures of versions that are new, or another file. */
  private void storeUnchecked() {
    PackageCrawl crawl =
        Crawls.of("a").at(FIRST.plus(Duration.ofHours(6))).version("1.0.0").build();
    database.writer.store(
        new PackageCrawl(
            crawl.packument(),
            crawl.etag(),
            crawl.bodySha256(),
            Map.of(),
            crawl.attestations(),
            crawl.tries(),
            crawl.verifier(),
            crawl.crawledAt(),
            crawl.next()));
  }

  private List<StoredSignature> stale() {
    return database.stale.signatures(1, Which.OLDER, Position.START, 9);
  }

  @Test
  void shouldHaveOtherSignaturesCheckedThatTheRegistryStatesLater() {
    database.query("UPDATE registry_signature SET signatures = '{before}' RETURNING 1");

    storeUnchecked();

    assertThat(database.query(CHECKED)).containsExactly("{MEUC1.0.0} t");
    assertThat(stale())
        .extracting(stored -> stored.subject().signatures().getFirst().signature())
        .containsExactly("MEUC1.0.0");
  }

  @Test
  void shouldKeepTheResultOfTheSameSignatures() {
    List<String> before = database.query(CHECKED);

    storeUnchecked();

    assertThat(database.query(CHECKED)).isEqualTo(before);
    assertThat(stale()).isEmpty();
  }
}
