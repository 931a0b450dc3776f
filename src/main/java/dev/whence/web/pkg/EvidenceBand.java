package dev.whence.web.pkg;

import dev.whence.catalog.Evidence;
import dev.whence.web.ui.Words;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The band that shows what stands behind each version. */
final class EvidenceBand {

  private EvidenceBand() {}

  static Band of(List<Evidence> evidence, List<String> versions) {
    Map<Evidence, Band.Key> keys = new EnumMap<>(Evidence.class);
    for (Evidence one : Evidence.values()) {
      long count = Collections.frequency(evidence, one);
      if (count > 0) {
        keys.put(one, new Band.Key(fill(one), letter(one), one.title(), count));
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

  /** What is gone is hatched: it is neither good nor bad, and can never be known. */
  private static String fill(Evidence evidence) {
    return evidence == Evidence.REMOVED ? Band.GONE : "fill-" + Words.tone(evidence);
  }

  private static String letter(Evidence evidence) {
    return switch (evidence) {
      case VERIFIED -> "✓";
      case REJECTED -> "✕";
      case UNDECIDED -> "?";
      case NOT_LOOKED_AT, FAILING, NOT_VERIFIED -> "…";
      case UNREADABLE, NOT_SERVED, REFUSED -> "!";
      case PUBLISH_ONLY -> "p";
      case NO_ATTESTATION -> "–";
      case REMOVED -> "×";
      case UNKNOWN -> "?";
    };
  }
}
