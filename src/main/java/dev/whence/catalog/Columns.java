package dev.whence.catalog;

import java.sql.SQLException;

/** Groups of columns that several queries read. */
final class Columns {

  private Columns() {}

  static CrawlRecord crawlRecord(Row row) throws SQLException {
    return new CrawlRecord(
        row.constant("status", CrawlStatus.class),
        row.optionalText("error"),
        row.integer("attempts"),
        row.optionalTime("last_attempt_at"),
        row.optionalTime("last_success_at"),
        row.optionalTime("next_try_at"));
  }
}
