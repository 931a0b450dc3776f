package dev.whence.export;

import static dev.whence.export.Column.Type.DATE;
import static dev.whence.export.Column.Type.INTEGER;
import static dev.whence.export.Column.Type.WORD;

import dev.whence.catalog.EvidenceReason;
import dev.whence.catalog.EvidenceWord;
import dev.whence.catalog.count.AdoptionQueries.AdoptionDay;
import dev.whence.provenance.CiProvider;
import java.util.List;

/** The columns of the data set {@code adoption_daily}. */
final class AdoptionColumns {

  static final List<Column<AdoptionDay>> ALL =
      List.of(
          Column.of("day", DATE, "The day of publishing, in UTC.", AdoptionDay::day),
          Column.of(
              "evidence",
              WORD,
              "The evidence of the versions: " + Word.all(EvidenceWord.counted()) + ".",
              day -> Word.of(day.evidence().word())),
          Column.of(
              "evidence_reason",
              WORD,
              "Why they are pending or missing, otherwise empty: "
                  + Word.all(EvidenceReason.values())
                  + ".",
              day -> Word.of(day.evidence().reason())),
          Column.of(
              "ci_provider",
              WORD,
              "The CI service of their provenance; empty if no provenance could be read: "
                  + Word.all(CiProvider.values())
                  + ".",
              day -> Word.of(day.provider())),
          Column.of(
              "slsa_build_level",
              INTEGER,
              "SLSA Build level; empty unless verified with a known builder.",
              day -> VerdictColumns.number(day.level())),
          Column.of("versions", INTEGER, "Versions published that day.", AdoptionDay::versions),
          Column.of(
              "packages",
              INTEGER,
              "Packages that published them. Do not add these up: a package can be in many rows.",
              AdoptionDay::packages));

  private AdoptionColumns() {}
}
