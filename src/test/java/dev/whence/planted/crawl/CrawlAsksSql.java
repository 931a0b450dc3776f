package dev.whence.planted.crawl;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Planted: more than handing on the data source. */
final class CrawlAsksSql {
  private CrawlAsksSql() {}

  static void ask(DataSource source) throws SQLException {
    source.getConnection().close();
  }
}
