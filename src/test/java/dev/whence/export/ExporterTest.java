package dev.whence.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.provenance.PackageName;
import dev.whence.testing.CrawledRecording;
import dev.whence.testing.Recording;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The crawled recording as data sets. */
@QuarkusTest
class ExporterTest {

  /** Our columns by those of the recording's index. */
  private static final Map<String, String> INDEXED =
      Map.ofEntries(
          Map.entry("package", "package"),
          Map.entry("version", "version"),
          Map.entry("att", "ordinal"),
          Map.entry("predicateType_signed", "predicate_type"),
          Map.entry("predicateType_wrapper", "wrapper_predicate_type"),
          Map.entry("bundleMediaType", "bundle_media_type"),
          Map.entry("SAN", "certificate_identity"),
          Map.entry("issuer", "certificate_issuer"),
          Map.entry("ref", "ref"),
          Map.entry("sha", "commit"),
          Map.entry("builderId", "builder_id"),
          Map.entry("buildType", "build_type"),
          Map.entry("runnerEnv", "runner_environment"),
          Map.entry("trigger", "trigger"),
          Map.entry("runURI", "run_url"),
          Map.entry("rekorKind", "log_kind"),
          Map.entry("rekorLogIndex", "log_index"),
          Map.entry("integratedTime", "log_integrated_at"),
          Map.entry("statementType", "statement_type"),
          Map.entry("subjectCount", "subject_count"),
          Map.entry("subjectName", "subject_name"),
          Map.entry("subjectSha512", "subject_sha512"));

  @Inject CrawledRecording recording;
  @Inject Exporter exporter;
  @TempDir Path folder;

  @Test
  void shouldExportWhatTheIndexSaysRowByRow() throws Exception {
    recording.ensure();

    long rows = export(Dataset.ATTESTATIONS, folder);

    List<CSVRecord> all = read(folder.resolve("attestations.csv"));
    assertThat(rows).isEqualTo(all.size());
    TreeMap<String, Map<String, String>> exported = new TreeMap<>();
    for (CSVRecord record : recorded(all)) {
      assertThat(record.get("outcome")).isEqualTo("verified");
      assertThat(record.get("failures")).isEmpty();
      Map<String, String> facts = new TreeMap<>();
      INDEXED.forEach((theirs, ours) -> facts.put(ours, record.get(ours)));
      exported.put(key(facts), facts);
    }
    TreeMap<String, Map<String, String>> indexed = new TreeMap<>();
    for (Map<String, String> row : Recording.index("registry")) {
      Map<String, String> facts = new TreeMap<>();
      INDEXED.forEach((theirs, ours) -> facts.put(ours, Objects.requireNonNull(row.get(theirs))));
      indexed.put(key(facts), facts);
    }
    assertThat(exported).hasSize(27).isEqualTo(indexed);
  }

  @Test
  void shouldWriteTheSameBytesForTheSameCatalog() throws Exception {
    recording.ensure();

    for (Dataset dataset : Dataset.values()) {
      export(dataset, folder.resolve("one"));
      export(dataset, folder.resolve("two"));
    }

    List<String> names = files(folder.resolve("one"));
    assertThat(names)
        .containsExactly(
            "adoption_daily.columns.csv",
            "adoption_daily.csv",
            "adoption_daily.manifest.json",
            "attestations.columns.csv",
            "attestations.csv",
            "attestations.manifest.json");
    for (String name : names) {
      assertThat(folder.resolve("one").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(name));
    }
  }

  @Test
  void shouldStateInTheManifestWhatTheFilesAre() throws Exception {
    recording.ensure();
    export(Dataset.ATTESTATIONS, folder);

    JsonNode manifest =
        new ObjectMapper().readTree(folder.resolve("attestations.manifest.json").toFile());

    assertThat(manifest.path("files")).hasSize(2);
    for (JsonNode file : manifest.path("files")) {
      byte[] bytes = Files.readAllBytes(folder.resolve(file.path("name").asText()));
      assertThat(file.path("bytes").asLong()).isEqualTo(bytes.length);
      assertThat(file.path("sha256").asText()).isEqualTo(sha256(bytes));
    }
    assertThat(manifest.path("files").path(0).path("rows").asLong())
        .isGreaterThanOrEqualTo(27)
        .isEqualTo(read(folder.resolve("attestations.csv")).size());
    assertThat(manifest.path("catalog").path("crawledUpTo").isTextual()).isTrue();
    assertThat(manifest.path("catalog").path("newestVerdictAt").isTextual()).isTrue();
    assertThat(manifest.path("columns").size())
        .isEqualTo(read(folder.resolve("attestations.columns.csv")).size());
  }

  @Test
  void shouldCountEveryVersionWithADateInAdoption() throws Exception {
    recording.ensure();
    export(Dataset.ADOPTION_DAILY, folder);

    long verified = 0;
    for (CSVRecord record : read(folder.resolve("adoption_daily.csv"))) {
      if (record.get("evidence").equals("verified")) {
        verified += Long.parseLong(record.get("versions"));
        assertThat(record.get("ci_provider")).isEqualTo("github-actions");
      }
    }
    assertThat(verified).isPositive();
  }

  @Test
  void shouldKeepAnEarlierExportUnlessToldOtherwise() throws Exception {
    Path file = Files.writeString(folder.resolve("attestations.csv"), "precious");

    assertThatThrownBy(() -> ExportFolder.open(folder, Dataset.ATTESTATIONS, false))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("--overwrite");
    assertThat(file).hasContent("precious");
    exporter.export(ExportFolder.open(folder, Dataset.ATTESTATIONS, true), "Whence test", n -> {});
    assertThat(file).content().startsWith("package,version,");
  }

  @Test
  void shouldLeaveNothingBehindWhenInterrupted() throws Exception {
    recording.ensure();
    ExportFolder target = ExportFolder.open(folder, Dataset.ATTESTATIONS, false);

    assertThatThrownBy(
            () ->
                exporter.export(
                    target,
                    "Whence test",
                    rows -> {
                      throw new IllegalStateException("interrupted");
                    }))
        .hasStackTraceContaining("interrupted");

    assertThat(files(folder)).isEmpty();
  }

  private long export(Dataset dataset, Path to) throws Exception {
    return exporter.export(ExportFolder.open(to, dataset, false), "Whence test", rows -> {});
  }

  private static String key(Map<String, String> facts) {
    return facts.get("package") + "@" + facts.get("version") + "#" + facts.get("ordinal");
  }

  /** Without what other tests have stored in the same catalog. */
  private static List<CSVRecord> recorded(List<CSVRecord> all) {
    List<String> names = CrawledRecording.names().stream().map(PackageName::value).toList();
    return all.stream().filter(record -> names.contains(record.get("package"))).toList();
  }

  private static List<CSVRecord> read(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      return parser.getRecords();
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
