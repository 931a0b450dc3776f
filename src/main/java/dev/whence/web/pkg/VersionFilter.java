package dev.whence.web.pkg;

import java.util.List;
import java.util.Locale;

/** The filters of a package's table of versions. */
enum VersionFilter {
  ALL("all versions"),
  PROVENANCE("with provenance"),
  CHANGES("different from before");

  private final String title;

  VersionFilter(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<VersionRow> of(List<VersionRow> rows) {
    return rows.stream().filter(this::takes).toList();
  }

  private boolean takes(VersionRow row) {
    return switch (this) {
      case ALL -> true;
      case PROVENANCE -> Boolean.TRUE.equals(row.hasProvenance());
      case CHANGES -> !row.marks().isEmpty();
    };
  }

  /** The address of the list under this filter. */
  String path(String packagePath) {
    return this == ALL ? packagePath : packagePath + "?show=" + slug();
  }
}
