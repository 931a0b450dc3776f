package dev.whence.web.pkg;

import dev.whence.catalog.EvidenceWord;
import dev.whence.web.ui.Words;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The band with the evidence of each version. */
final class EvidenceBand {

  private EvidenceBand() {}

  static Band of(List<EvidenceWord> evidence, List<String> versions) {
    Map<EvidenceWord, Band.Key> keys = new EnumMap<>(EvidenceWord.class);
    for (EvidenceWord one : EvidenceWord.values()) {
      long count = Collections.frequency(evidence, one);
      if (count > 0) {
        keys.put(one, new Band.Key(fill(one), letter(one), one.text(), count));
      }
    }
    List<Band.Key> legend =
        keys.values().stream().sorted((a, b) -> Long.compare(b.count(), a.count())).toList();
    return new Band(
        "Provenance",
        legend.stream()
            .map(key -> key.count() + " " + key.text())
            .collect(Collectors.joining(", ")),
        Band.pieces(evidence.stream().map(keys::get).toList(), versions),
        legend);
  }

  /** Removed versions are hatched: they are neither good nor bad, and stay unknown. */
  private static String fill(EvidenceWord evidence) {
    return evidence == EvidenceWord.REMOVED ? Band.GONE : "fill-" + Words.tone(evidence);
  }

  private static String letter(EvidenceWord evidence) {
    return switch (evidence) {
      case VERIFIED -> "✓";
      case REJECTED -> "✕";
      case INCONCLUSIVE -> "?";
      case PENDING -> "…";
      case UNREADABLE, MISSING -> "!";
      case PUBLISH_ONLY -> "p";
      case NONE -> "–";
      case REMOVED -> "×";
      case UNKNOWN -> "?";
    };
  }
}
