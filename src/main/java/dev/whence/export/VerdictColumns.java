package dev.whence.export;

import static dev.whence.export.Column.Type.HEX;
import static dev.whence.export.Column.Type.INTEGER;
import static dev.whence.export.Column.Type.TEXT;
import static dev.whence.export.Column.Type.TIME;
import static dev.whence.export.Column.Type.WORD;

import dev.whence.catalog.read.RecordedVerdict;
import dev.whence.provenance.Check;
import dev.whence.provenance.CheckKind;
import dev.whence.provenance.CheckStatus;
import dev.whence.provenance.SlsaLevel;
import dev.whence.provenance.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The latest verdict on an attestation. */
final class VerdictColumns {

  static final List<Column<RecordedVerdict>> ALL = all();

  private VerdictColumns() {}

  private static List<Column<RecordedVerdict>> all() {
    List<Column<RecordedVerdict>> columns = new ArrayList<>();
    columns.addAll(outcome());
    for (CheckKind kind : CheckKind.values()) {
      columns.add(check(kind));
    }
    columns.add(
        Column.of(
            "failures",
            TEXT,
            "Why checks failed or are inconclusive: their sentences, separated by spaces.",
            recorded -> failures(recorded.verdict())));
    columns.addAll(verifier());
    return List.copyOf(columns);
  }

  private static List<Column<RecordedVerdict>> outcome() {
    return List.of(
        Column.of(
            "outcome",
            WORD,
            "The latest verdict: "
                + Word.all(Verdict.Outcome.values())
                + ". verified means that every check that applies passed. It does not mean that the"
                + " package is safe.",
            recorded -> Word.of(recorded.verdict().outcome())),
        Column.of(
            "slsa_build_level",
            INTEGER,
            "SLSA Build level; empty unless verified with a known builder.",
            recorded -> number(recorded.verdict().level())),
        Column.of(
            "checks_passed",
            INTEGER,
            "How many checks passed.",
            recorded -> recorded.verdict().passed()),
        Column.of(
            "checks_applicable",
            INTEGER,
            "How many checks apply to this attestation.",
            recorded -> recorded.verdict().applicable()));
  }

  private static Column<RecordedVerdict> check(CheckKind kind) {
    return Column.of(
        "check_" + kind.name().toLowerCase(Locale.ROOT),
        WORD,
        kind.title() + ": " + Word.all(CheckStatus.values()) + ".",
        recorded -> status(recorded.verdict(), kind));
  }

  private static List<Column<RecordedVerdict>> verifier() {
    return List.of(
        Column.of("verified_at", TIME, "When the verdict was made.", RecordedVerdict::verifiedAt),
        Column.of(
            "verifier_version",
            TEXT,
            "The version of Whence that made the verdict.",
            recorded -> recorded.verifier().version()),
        Column.of(
            "verifier_policy",
            INTEGER,
            "The number of the verification policy; it grows when a check changes.",
            recorded -> recorded.verifier().policy()),
        Column.of(
            "trust_digest",
            HEX,
            "SHA-256 over the trusted root and npm's keys that were used.",
            recorded -> recorded.verifier().trustDigest()));
  }

  static @Nullable Integer number(@Nullable SlsaLevel level) {
    return switch (level) {
      case L2 -> 2;
      case L3 -> 3;
      case null -> null;
    };
  }

  private static @Nullable String status(Verdict verdict, CheckKind kind) {
    return verdict.checks().stream()
        .filter(check -> check.kind() == kind)
        .map(check -> Word.of(check.status()))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String failures(Verdict verdict) {
    String sentences =
        verdict.checks().stream()
            .filter(check -> isFailure(check.status()))
            .map(Check::reason)
            .collect(Collectors.joining(" "));
    return sentences.isEmpty() ? null : sentences;
  }

  private static boolean isFailure(CheckStatus status) {
    return status == CheckStatus.FAILED || status == CheckStatus.INCONCLUSIVE;
  }
}
