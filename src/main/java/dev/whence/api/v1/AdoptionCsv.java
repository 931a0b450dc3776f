package dev.whence.api.v1;

import dev.whence.insight.adoption.AdoptionCounts;
import dev.whence.insight.adoption.AdoptionPoint;
import dev.whence.insight.adoption.AdoptionSeries;
import dev.whence.provenance.Slug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** An adoption series as a table (RFC 4180). */
final class AdoptionCsv {

  static final String MEDIA_TYPE = "text/csv; header=present; charset=UTF-8";

  private AdoptionCsv() {}

  static String of(AdoptionSeries series) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      List<String> header = new ArrayList<>(List.of("start"));
      header.addAll(columns("", AdoptionCounts.NONE).keySet());
      header.addAll(columns("cumulative_", AdoptionCounts.NONE).keySet());
      printer.printRecord(header);
      for (AdoptionPoint point : series.points()) {
        List<Object> row = new ArrayList<>(List.of(point.start()));
        row.addAll(columns("", point.period()).values());
        row.addAll(columns("cumulative_", point.cumulative()).values());
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static Map<String, Long> columns(String prefix, AdoptionCounts counts) {
    Map<String, Long> columns = new LinkedHashMap<>();
    columns.put(prefix + "versions", counts.versions());
    columns.put(prefix + "packages", counts.packages());
    columns.put(prefix + "packages_verified", counts.packagesVerified());
    add(columns, prefix + "versions_", counts.byEvidence());
    add(columns, prefix + "versions_", counts.byProvider());
    add(columns, prefix + "versions_slsa_build_", counts.byLevel());
    add(columns, prefix + "packages_", counts.packagesByProvider());
    return columns;
  }

  private static <E extends Enum<E>> void add(
      Map<String, Long> columns, String prefix, Map<E, Long> counts) {
    Slug.counts(counts)
        .forEach((kind, count) -> columns.put(prefix + kind.replace('-', '_'), count));
  }
}
