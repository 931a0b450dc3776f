package dev.whence.catalog;

import dev.whence.catalog.count.AdoptionQueries;
import dev.whence.catalog.count.FreshnessStore;
import dev.whence.catalog.count.TrustGapStore;
import dev.whence.catalog.read.DatasetQueries;
import dev.whence.catalog.read.ListQueries;
import dev.whence.catalog.read.OverviewQueries;
import dev.whence.catalog.read.PackageQueries;
import dev.whence.catalog.read.RepositoryQueries;
import dev.whence.catalog.read.SearchQueries;
import dev.whence.catalog.read.UnfetchedQueries;
import dev.whence.catalog.sql.Sql;
import dev.whence.catalog.state.ClientStore;
import dev.whence.catalog.state.FeedStore;
import dev.whence.catalog.state.JobStore;
import dev.whence.catalog.state.PlanStore;
import dev.whence.catalog.state.PopularityStore;
import dev.whence.catalog.state.PopularityStore.Popularity;
import dev.whence.catalog.state.SilenceStore;
import dev.whence.catalog.state.TrustStore;
import dev.whence.catalog.write.CrawlWriter;
import dev.whence.catalog.write.DeclaredAgain;
import dev.whence.catalog.write.StaleVerdicts;
import dev.whence.provenance.PackageName;
import dev.whence.testing.CountedStatements;
import dev.whence.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** A catalog of its own for a test. */
public final class CatalogDatabase {

  private static final Duration WEEK = Duration.ofDays(7);

  public final CountedStatements statements = new CountedStatements();
  public final DataSource dataSource = statements.on(TestPostgres.fresh().dataSource());
  public final Sql sql = new Sql(dataSource);
  public final StoredRows stored = new StoredRows(sql);
  public final CrawlWriter writer = new CrawlWriter(sql);
  public final PackageQueries packages = new PackageQueries(sql);
  public final ListQueries lists = new ListQueries(sql);
  public final SearchQueries search = new SearchQueries(sql, lists);
  public final RepositoryQueries repositories = new RepositoryQueries(sql);
  public final UnfetchedQueries unfetched = new UnfetchedQueries(sql);
  public final OverviewQueries overview = new OverviewQueries(sql);
  public final AdoptionQueries adoption = new AdoptionQueries(sql);
  public final StaleVerdicts stale = new StaleVerdicts(sql);
  public final FeedStore feeds = new FeedStore(sql);
  public final PlanStore plans = new PlanStore(sql);
  public final PopularityStore popularity = new PopularityStore(sql);
  public final ClientStore clients = new ClientStore(sql);
  public final FreshnessStore freshness = new FreshnessStore(sql);
  public final JobStore jobs = new JobStore(sql);
  public final TrustGapStore gaps = new TrustGapStore(sql);
  public final TrustStore trust = new TrustStore(sql);
  public final SilenceStore silence = new SilenceStore(sql);
  public final DeclaredAgain declared = new DeclaredAgain(sql);
  public final DatasetQueries datasets = new DatasetQueries(sql);

  /** Stores last month's downloads of a package. */
  public void storeDownloads(PackageName name, long lastMonth, Instant at) {
    popularity.store(List.of(new Popularity(name, lastMonth, at.plus(WEEK))), false, at);
  }

  /** The first column of every row. */
  public List<String> query(String statement) {
    try (Connection connection = dataSource.getConnection();
        ResultSet rows = connection.createStatement().executeQuery(statement)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    } catch (SQLException e) {
      throw new AssertionError(statement, e);
    }
  }

  /**
   * Every row of every table with the transaction that wrote it, so that even a row that was
   * written again with the same content differs; the crawl records left out.
   */
  public Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    List<String> tables =
        query(
            """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
              AND table_name NOT IN ('package_crawl', 'flyway_schema_history')
            """);
    for (String table : tables) {
      rows.put(
          table,
          query("SELECT t.xmin || ' ' || t.ctid || ' ' || md5(t::text) FROM " + table + " t"));
    }
    return rows;
  }
}
