package dev.whence.catalog.read;

import dev.whence.catalog.sql.Row;
import java.sql.SQLException;

/** A version in a list over several packages. */
public record ListedVersion(String packageName, VersionSummary summary) {

  static ListedVersion of(Row row) throws SQLException {
    return new ListedVersion(row.text("package_name"), VersionColumns.summary(row));
  }
}
