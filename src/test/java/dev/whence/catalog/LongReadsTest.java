package dev.whence.catalog;

import static dev.whence.testing.Crawls.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.read.DatasetQueries;
import dev.whence.catalog.sql.Sql;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.catalog.write.StaleVerdicts;
import dev.whence.catalog.write.StaleVerdicts.Confirmation;
import dev.whence.catalog.write.StaleVerdicts.Position;
import dev.whence.testing.Crawls;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What crawls and exports ask may take longer than a page may, so it is asked elsewhere. */
class LongReadsTest {

  private final CatalogDatabase database = new CatalogDatabase();
  private final Sql sql = new Sql(database.dataSource, forPages());

  private static DataSource forPages() {
    return (DataSource)
        Proxy.newProxyInstance(
            LongReadsTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, _, _) -> {
              throw new SQLException("this is for pages only");
            });
  }

  @BeforeEach
  void store() {
    database.writer.store(Crawls.of("a").attested("1.0.0").build());
  }

  @Test
  void shouldFindWhatCanBeDecidedNow() {
    StaleVerdicts stale = new StaleVerdicts(sql);
    Confirmation confirmed = new Confirmation(FIRST, FIRST);

    assertThat(stale.decidable(1, confirmed, Position.START, 9)).isEmpty();
    assertThat(stale.decidableSignatures(1, confirmed, Position.START, 9)).isEmpty();
  }

  @Test
  void shouldCountWhatIsDue() {
    assertThat(new CrawlWriter(sql).countDue(FIRST)).isZero();
  }

  @Test
  void shouldReadWhatIsExported() {
    DatasetQueries datasets = new DatasetQueries(sql);

    assertThat(datasets.adoption()).isEqualTo(database.adoption.days()).hasSize(1);
    assertThat(datasets.lastCrawlAt()).contains(FIRST);
    assertThat(new DatasetQueries(new CatalogDatabase().sql).lastCrawlAt()).isEmpty();
  }
}
