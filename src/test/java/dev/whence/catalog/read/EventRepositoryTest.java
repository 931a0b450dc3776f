package dev.whence.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.EventKind;
import dev.whence.catalog.filter.Page;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.provenance.PackageName;
import dev.whence.testing.Crawls;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events as pages read them: page by page, by their index. */
@QuarkusTest
class EventRepositoryTest {

  private static final String NAME = "with-many-events";
  private static final PackageName PACKAGE = new PackageName(NAME);
  private static final Instant FIRST = Crawls.FIRST;

  @Inject DataSource database;
  @Inject CrawlWriter writer;
  @Inject EventRepository events;
  @Inject EntityManager entities;

  @BeforeEach
  void store() {
    writer.addPackages(List.of(PACKAGE), FIRST);
    execute(
        """
        INSERT INTO package_event (package_id, kind, tag, before, after, noticed_at)
        SELECT p.id, 'DIST_TAG_MOVED', 'latest', '1.' || i - 1 || '.0', '1.' || i || '.0',
          '%s'::timestamptz + i * interval '1 second'
        FROM package p, generate_series(1, 59) i
        WHERE p.name = '%s'
        """
            .formatted(FIRST, NAME));
  }

  @AfterEach
  void forget() {
    String id = " = (SELECT id FROM package WHERE name = '" + NAME + "')";
    execute("DELETE FROM package_event WHERE package_id" + id);
    execute("DELETE FROM package_crawl WHERE package_id" + id);
    execute("DELETE FROM package WHERE name = '" + NAME + "'");
  }

  private void execute(String statement) {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(statement, e);
    }
  }

  private Page<PackageEvent> page(int offset, int limit) {
    return events.of(PACKAGE, offset, limit).orElseThrow();
  }

  @Test
  void shouldKnowNoHistoryOfAnUnknownPackage() {
    assertThat(events.of(new PackageName("nobody-knows-it"), 0, 10)).isEmpty();
  }

  @Test
  void shouldGiveOnePageOfManyEvents() {
    Page<PackageEvent> page = page(50, 50);
    assertThat(page.total()).isEqualTo(59);
    assertThat(page.items()).hasSize(9);
    assertThat(page.items().getLast())
        .isEqualTo(
            new PackageEvent(
                EventKind.DIST_TAG_MOVED,
                null,
                "latest",
                "1.0.0",
                "1.1.0",
                FIRST.plusSeconds(1),
                null));
  }

  @Test
  void shouldCountAllEventsWhereverThePageIs() {
    assertThat(page(0, 10).total()).isEqualTo(59);
    assertThat(page(0, 10).items()).hasSize(10).first().extracting("after").isEqualTo("1.59.0");
    assertThat(page(0, 59).total()).isEqualTo(59);
    assertThat(page(0, 60).total()).isEqualTo(59);
    assertThat(page(100, 10).total()).isEqualTo(59);
    assertThat(page(100, 10).items()).isEmpty();
    assertThat(page(0, 0).total()).isEqualTo(59);
    assertThat(page(0, 0).items()).isEmpty();
  }

  /** The test's tables are small, so that Postgres would rather read them whole and sort. */
  @Test
  void shouldReadThemInTheOrderOfTheirIndex() {
    long scans =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  for (String way : new String[] {"seqscan", "sort", "bitmapscan"}) {
                    entities
                        .createNativeQuery("SET LOCAL enable_" + way + " = off")
                        .executeUpdate();
                  }
                  assertThat(page(0, 10).items()).hasSize(10);
                  return (Long)
                      entities
                          .createNativeQuery(
                              "SELECT pg_stat_get_xact_numscans('package_event_order'::regclass)",
                              Long.class)
                          .getSingleResult();
                });

    assertThat(scans).isPositive();
  }
}
