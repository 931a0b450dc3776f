package dev.whence.insight.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.Evidence;
import dev.whence.catalog.read.VersionSummary;
import dev.whence.insight.compare.ComparedAspect.Outcome;
import dev.whence.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whole histories of real packages, and the known incidents modelled, against verdicts that other
 * programs and people came to: where provenance was lost on a release line.
 */
class RecordedHistoriesTest {

  @Test
  void shouldFindTheLossesOfRealPackages() throws IOException {
    List<Path> tables;
    try (Stream<Path> files = Files.walk(Shared.folder("histories").resolve("expected"))) {
      tables =
          files
              .filter(file -> file.toString().endsWith(".tsv"))
              .filter(file -> !file.getFileName().toString().matches("[A-Z]+\\.tsv"))
              .toList();
    }
    int lost = 0;
    for (Path table : tables) {
      lost += check(rows(table));
    }
    assertThat(tables).hasSize(17);
    assertThat(lost).as("versions without provenance below their line").isEqualTo(8);
  }

  @Test
  void shouldFindTheLossesOfTheKnownIncidents() throws IOException {
    Map<String, List<Map<String, String>>> packages = new LinkedHashMap<>();
    for (Map<String, String> row :
        rows(Shared.folder("histories").resolve("synthetic/synthetic.tsv"))) {
      packages
          .computeIfAbsent(cell(row, "case") + " " + cell(row, "package"), _ -> new ArrayList<>())
          .add(row);
    }
    int lost = 0;
    for (List<Map<String, String>> rows : packages.values()) {
      lost += check(rows);
    }
    assertThat(packages).hasSizeGreaterThan(25);
    assertThat(lost).isGreaterThan(20);
  }

  /** Checks each version of a package; gives how many lost provenance. */
  private static int check(List<Map<String, String>> rows) {
    List<VersionSummary> versions = rows.stream().map(RecordedHistoriesTest::summary).toList();
    ReleaseHistory history = ReleaseHistory.of(versions);
    int lost = 0;
    for (int i = 0; i < versions.size(); i++) {
      Comparison comparison = history.of(versions.get(i));
      String verdict = cell(rows.get(i), "L");
      @Nullable Baseline baseline = comparison.baseline();
      if (baseline == null || !baseline.isOnLine() || verdict.matches("\\?|gone|no-time")) {
        continue;
      }
      boolean isLost =
          comparison.standing() == EvidenceStanding.NONE
              && comparison.of(Aspect.EVIDENCE).orElseThrow().outcome() == Outcome.LESS;
      boolean isExpected = verdict.equals("lower") && cell(rows.get(i), "rank").equals("none");
      assertThat(isLost).as("%s", rows.get(i)).isEqualTo(isExpected);
      lost += isLost ? 1 : 0;
    }
    return lost;
  }

  private static VersionSummary summary(Map<String, String> row) {
    String kind = cell(row, "publisherKind");
    boolean isTrusted = kind.contains("trusted:");
    @Nullable Instant at = time(row.getOrDefault("publishedAt", row.getOrDefault("time", "")));
    Evidence evidence =
        switch (cell(row, "rank")) {
          case "none" -> Evidence.NONE;
          case "gone" -> Evidence.REMOVED;
          case "?" -> Evidence.UNKNOWN;
          default -> Evidence.VERIFIED;
        };
    return new VersionSummary(
        cell(row, "version"),
        at,
        evidence == Evidence.REMOVED ? at : null,
        List.of(),
        null,
        cell(row, "publisher"),
        isTrusted ? kind.substring(kind.indexOf("trusted:") + "trusted:".length()) : null,
        evidence,
        null,
        null,
        0,
        0);
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static @Nullable Instant time(String text) {
    return text.matches("[0-9].*") ? Instant.parse(text) : null;
  }

  private static List<Map<String, String>> rows(Path table) throws IOException {
    List<String> lines = Files.readAllLines(table);
    String[] names = lines.getFirst().split("\t", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }
}
