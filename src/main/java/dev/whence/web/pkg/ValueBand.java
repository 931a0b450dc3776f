package dev.whence.web.pkg;

import dev.whence.catalog.EvidenceWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A band of names: the most frequent ones have a letter and a colour each. */
final class ValueBand {

  /** The number of colours that people can distinguish. */
  private static final int MAX_NAMED = 5;

  static final String NO_PROVENANCE = "no provenance";
  static final String REJECTED = "rejected";
  static final String NOT_STATED = "not stated";
  static final String NOT_KNOWN = "not known";
  static final String GONE = EvidenceWord.REMOVED.text();

  /** The label and the letter for a missing value. */
  private static final Map<String, String> ABSENT =
      Map.of(NO_PROVENANCE, "–", REJECTED, "✕", NOT_STATED, "·", NOT_KNOWN, "?", GONE, "×");

  private ValueBand() {}

  /**
   * Makes the band.
   *
   * @param values by version; null if it states none
   * @param reasons by version: why it states no value
   */
  static Band of(
      String label, List<@Nullable String> values, List<String> reasons, List<String> versions) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Map<String, Long> absent = new TreeMap<>();
    for (int i = 0; i < values.size(); i++) {
      @Nullable String value = values.get(i);
      if (value == null) {
        absent.merge(reasons.get(i), 1L, Long::sum);
      } else {
        counts.merge(value, 1L, Long::sum);
      }
    }
    Map<String, Band.Key> keys = keys(counts);
    Map<String, Band.Key> absentKeys = new LinkedHashMap<>();
    absent.forEach((reason, count) -> absentKeys.put(reason, absent(reason, count)));
    List<Band.Key> drawn = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      @Nullable String value = values.get(i);
      drawn.add(value == null ? absentKeys.get(reasons.get(i)) : keys.get(value));
    }
    List<Band.Key> legend =
        Stream.concat(keys.values().stream().distinct(), absentKeys.values().stream()).toList();
    return new Band(
        label,
        legend.stream()
            .map(key -> key.text() + " in " + key.count())
            .collect(Collectors.joining(", ")),
        Band.pieces(drawn, versions),
        legend);
  }

  private static Map<String, Band.Key> keys(Map<String, Long> counts) {
    Map<String, Band.Key> keys = new LinkedHashMap<>();
    List<Map.Entry<String, Long>> named =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .toList();
    int own = named.size() <= MAX_NAMED + 1 ? named.size() : MAX_NAMED;
    for (int i = 0; i < own; i++) {
      Map.Entry<String, Long> entry = named.get(i);
      keys.put(
          entry.getKey(),
          new Band.Key(
              "fill-" + (i + 1),
              String.valueOf((char) ('A' + i)),
              entry.getKey(),
              entry.getValue()));
    }
    List<Map.Entry<String, Long>> rest = named.subList(own, named.size());
    if (!rest.isEmpty()) {
      long count = rest.stream().mapToLong(Map.Entry::getValue).sum();
      Band.Key others = new Band.Key("fill-other", "…", rest.size() + " others", count);
      rest.forEach(entry -> keys.put(entry.getKey(), others));
    }
    return keys;
  }

  private static Band.Key absent(String reason, long count) {
    String fill = reason.equals(GONE) ? Band.GONE : "fill-plain";
    return new Band.Key(fill, ABSENT.getOrDefault(reason, "–"), reason, count);
  }
}
