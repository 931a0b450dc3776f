package dev.whence.api.v1;

import dev.whence.api.v1.json.VersionItemJson;
import dev.whence.catalog.read.ListedVersion;
import dev.whence.catalog.read.PackageSummary;
import dev.whence.catalog.read.RepositorySummary;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.provenance.Builder;
import dev.whence.provenance.Provenance;
import dev.whence.provenance.Slug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Lists of packages and versions as tables (RFC 4180). An absent fact is an empty cell. */
final class ListCsv {

  static final String MEDIA_TYPE = AdoptionCsv.MEDIA_TYPE;

  private static final List<String> VERSION =
      List.of(
          "version",
          "published_at",
          "evidence",
          "evidence_reason",
          "slsa_build_level",
          "checks_passed",
          "checks_applicable",
          "provider",
          "source_repository",
          "commit",
          "ref",
          "workflow",
          "trigger",
          "run_url",
          "builder_id",
          "publisher",
          "trusted_publisher",
          "removed_at");

  private static final List<String> PACKAGE =
      List.of("name", "crawl_status", "taken_down", "downloads_last_month");

  private ListCsv() {}

  static String packages(List<PackageSummary> packages) {
    List<String> header = new ArrayList<>(PACKAGE);
    VERSION.forEach(column -> header.add("latest_" + column));
    return table(header, packages.stream().map(ListCsv::row).toList());
  }

  static String versions(List<ListedVersion> versions) {
    List<String> header = new ArrayList<>(List.of("package"));
    header.addAll(VERSION);
    return table(header, versions.stream().map(ListCsv::row).toList());
  }

  static String repositories(List<RepositorySummary> repositories) {
    return table(
        List.of("repository", "packages", "versions", "workflows", "last_built_at"),
        repositories.stream().map(ListCsv::row).toList());
  }

  private static List<@Nullable Object> row(RepositorySummary summary) {
    return Arrays.<@Nullable Object>asList(
        summary.repository().url(),
        summary.packages(),
        summary.versions(),
        summary.workflows(),
        summary.lastBuiltAt());
  }

  private static List<@Nullable Object> row(PackageSummary summary) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(summary.name());
    row.add(Slug.of(summary.status()));
    row.add(summary.takenDown());
    row.add(summary.downloadsLastMonth());
    @Nullable VersionSummary latest = summary.latest();
    row.addAll(latest == null ? new ArrayList<>(VERSION.size()) : version(latest));
    while (row.size() < PACKAGE.size() + VERSION.size()) {
      row.add(null);
    }
    return row;
  }

  private static List<@Nullable Object> row(ListedVersion listed) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(listed.packageName());
    row.addAll(version(listed.summary()));
    return row;
  }

  private static List<@Nullable Object> version(VersionSummary version) {
    @Nullable Provenance provenance = version.provenance();
    List<@Nullable Object> row =
        new ArrayList<>(
            Arrays.<@Nullable Object>asList(
                version.version(),
                version.publishedAt(),
                version.evidence().word().text(),
                Slug.ofNullable(version.evidence().reason()),
                VersionItemJson.number(version.level()),
                version.checksPassed(),
                version.checksApplicable()));
    row.addAll(provenance == null ? new ArrayList<>() : origin(provenance));
    while (row.size() < VERSION.size() - 3) {
      row.add(null);
    }
    row.add(version.publisher());
    row.add(version.trustedPublisher());
    row.add(version.removedAt());
    return row;
  }

  private static List<@Nullable Object> origin(Provenance provenance) {
    @Nullable Builder builder = provenance.builder();
    return Arrays.<@Nullable Object>asList(
        builder == null ? null : Slug.of(builder.provider()),
        provenance.source() == null ? null : provenance.source().url(),
        provenance.commit(),
        provenance.ref(),
        provenance.workflow() == null ? null : provenance.workflow().path(),
        provenance.trigger(),
        provenance.runUrl(),
        builder == null ? null : builder.id());
  }

  private static String table(List<String> header, List<List<@Nullable Object>> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(header);
      for (List<@Nullable Object> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
